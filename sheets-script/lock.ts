/// <reference types="google-apps-script" />
import { Trouble } from "./trouble.ts";

/** Another's command takes seconds; beyond this somebody should rather be told. */
const PATIENCE = 20_000;

/**
 * Works alone on the spreadsheet: what is read, decided and written in here belongs together.
 * @throws {Trouble} where another works on it for longer than one waits
 */
export function underLock<T>(work: () => T): T {
  const lock = LockService.getDocumentLock();
  // Without a document, as from another script, there is nobody to keep out.
  if (!lock) return work();
  if (!lock.tryLock(PATIENCE)) throw new Trouble("sheets-locked");
  try {
    const done = work();
    SpreadsheetApp.flush();
    return done;
  } finally {
    lock.releaseLock();
  }
}
