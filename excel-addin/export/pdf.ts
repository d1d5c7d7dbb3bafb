import { type Problem, problem } from "../../core/index.ts";

/** What of `Office.context.document` is used. */
export type PdfSource = Pick<Office.Document, "getFileAsync">;

export type Pdf = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly problem: Problem };

/** Bytes asked for at a time: Excel's most is 4 MB. */
const SLICE = 1024 * 1024;

/**
 * The workbook's visible sheets as Excel prints them. Some Excels cannot, and some give an empty file:
 * then the problem says how to do it by hand.
 */
export async function workbookPdf(document: PdfSource): Promise<Pdf> {
  try {
    const file = await asked<Office.File>((answer) => document.getFileAsync(Office.FileType.Pdf, { sliceSize: SLICE }, answer));
    try {
      const bytes = await bytesOf(file);
      return bytes.length === 0 ? { ok: false, problem: problem("warning", "pdf-empty") } : { ok: true, bytes };
    } finally {
      // Excel gives no third file while two are open. One that cannot be closed is no reason to lose what was read.
      await asked<void>((answer) => file.closeAsync(answer)).catch(() => undefined);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: problem("warning", "pdf-by-hand", { why }) };
  }
}

async function bytesOf(file: Office.File): Promise<Uint8Array> {
  const slices: Uint8Array[] = [];
  for (let index = 0; index < file.sliceCount; index++) {
    const { data } = await asked<Office.Slice>((answer) => file.getSliceAsync(index, answer));
    slices.push(Uint8Array.from(data as ArrayLike<number>));
  }
  const bytes = new Uint8Array(slices.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const slice of slices) {
    bytes.set(slice, at);
    at += slice.length;
  }
  return bytes;
}

/** A call of the older API as a promise. @throws with what Excel said */
function asked<T>(call: (answer: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new Error(result.error.message));
    });
  });
}
