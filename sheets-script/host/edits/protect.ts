/// <reference types="google-apps-script" />
import type { Area } from "../../../core/index.ts";
import { type KnownSheet, rangeOf } from "../sheets-at-hand.ts";

/**
 * A protected sheet keeps all the spreadsheet's editors until its own list is narrowed to whoever
 * protects it, and the owner, who cannot be kept out. @param free cells that anybody may fill
 */
export function protect(known: KnownSheet, isOn: boolean, free: readonly Area[]): void {
  const { sheet } = known;
  if (!isOn) {
    for (const protection of sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)) protection.remove();
    return;
  }
  const protection = sheet.protect().setDescription("Concord");
  protection.removeEditors(protection.getEditors().map((user) => user.getEmail()));
  if (protection.canDomainEdit()) protection.setDomainEdit(false);
  if (free.length > 0) protection.setUnprotectedRanges(free.map((area) => rangeOf(known, area)));
}
