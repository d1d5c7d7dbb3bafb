import type { Receipt } from "../../core/index.ts";

export type Refusal = NonNullable<Receipt["refused"]>;

/** Excel's error codes that a person can do something about, and the words for each. */
const CODES: Readonly<Record<string, string>> = {
  AccessDenied: "excel-access-denied",
  ActivityLimitReached: "excel-busy",
  ConnectionFailure: "excel-connection",
  FilteredRangeConflict: "excel-filtered",
  InactiveWorkbook: "excel-inactive",
  InsertDeleteConflict: "excel-insert-conflict",
  InvalidOperationInCellEditMode: "excel-editing-cell",
  ItemAlreadyExists: "excel-already-exists",
  ItemNotFound: "excel-not-found",
  MergedRangeConflict: "excel-merged",
  NonBlankCellOffSheet: "excel-off-sheet",
  RequestPayloadSizeLimitExceeded: "excel-too-large",
  ResponsePayloadSizeLimitExceeded: "excel-too-large",
};

/** An error of Excel as a refusal; nothing for a mistake of our own, which has to surface. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof OfficeExtension.Error)) return undefined;
  const code = CODES[error.code];
  return code === undefined ? { code: "excel-failed", params: { code: error.code, detail: error.message } } : { code, params: {} };
}

/** Excel refused while reading, where the port has no receipt to say so in. */
export class ExcelRefused extends Error {
  constructor(
    readonly refusal: Refusal,
    cause: unknown,
  ) {
    super(refusal.code, { cause });
  }
}

/** Runs a batch that reads. @throws {ExcelRefused} */
export async function reading<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(batch);
  } catch (error) {
    const refusal = refusalOf(error);
    throw refusal ? new ExcelRefused(refusal, error) : error;
  }
}
