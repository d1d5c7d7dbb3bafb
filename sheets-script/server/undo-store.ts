/// <reference types="google-apps-script" />
import type { Undo } from "../../core/index.ts";

/**
 * The way back from this account's last command. A server call remembers nothing, so it is kept with
 * the account's properties, packed, in pieces: a property holds 9 kB, all of them 500 kB.
 */
const KEY = "concord-undo";
const PIECE = 8_500;
/** Leaves room for whatever else is kept with the account. */
const MOST_PIECES = 45;

/** @returns whether it could be kept; a command too large for it cannot be taken back */
export function keepUndo(undo: Undo): boolean {
  const packed = Utilities.base64Encode(Utilities.gzip(Utilities.newBlob(JSON.stringify(undo), "application/json")).getBytes());
  const pieces = packed.match(new RegExp(`.{1,${PIECE}}`, "g")) ?? [];
  if (pieces.length > MOST_PIECES) {
    forgetUndo();
    return false;
  }
  const named = Object.fromEntries(pieces.map((piece, index) => [`${KEY}-${index}`, piece]));
  PropertiesService.getUserProperties().setProperties({ ...named, [KEY]: String(pieces.length) });
  return true;
}

/** What was cut off while it was kept unpacks to nothing. */
export function keptUndo(): Undo | undefined {
  const kept = PropertiesService.getUserProperties().getProperties();
  const count = Number(kept[KEY] ?? 0);
  if (count === 0) return undefined;
  const packed = Array.from({ length: count }, (_, index) => kept[`${KEY}-${index}`] ?? "").join("");
  try {
    const blob = Utilities.newBlob(Utilities.base64Decode(packed), "application/x-gzip");
    return JSON.parse(Utilities.ungzip(blob).getDataAsString()) as Undo;
  } catch {
    return undefined;
  }
}

export function forgetUndo(): void {
  PropertiesService.getUserProperties().deleteProperty(KEY);
}
