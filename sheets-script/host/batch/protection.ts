/// <reference types="google-apps-script" />
import type { Area } from "../../../core/index.ts";
import { gridRange, type Request } from "./api.ts";
import type { FreeNumbers } from "./free-numbers.ts";
import type { SheetAhead } from "./sheet-ahead.ts";

/** Whoever protects a sheet may write there, and its owner, who cannot be kept out. @param free cells that anybody may fill */
export function protectionRequests(sheet: SheetAhead, isOn: boolean, free: readonly Area[], numbers: FreeNumbers): Request[] {
  const gone = sheet.protections.map((protectedRangeId): Request => ({ deleteProtectedRange: { protectedRangeId } }));
  sheet.protections = [];
  if (!isOn) return gone;
  const protectedRangeId = numbers.next(`protection of ${sheet.id}`);
  sheet.protections = [protectedRangeId];
  const protectedRange = {
    protectedRangeId,
    range: { sheetId: sheet.id },
    description: "Concord",
    warningOnly: false,
    ...(free.length > 0 ? { unprotectedRanges: free.map((area) => gridRange(sheet.id, area)) } : {}),
    editors: { users: accounts(), groups: [], domainUsersCanEdit: false },
  };
  return [...gone, { addProtectedRange: { protectedRange } }];
}

/** Google may keep the address back: it leaves whoever asks among the editors all the same. */
function accounts(): string[] {
  try {
    const address = Session.getEffectiveUser().getEmail();
    return address === "" ? [] : [address];
  } catch {
    return [];
  }
}
