import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type PdfSource, workbookPdf } from "../../excel-addin/export/pdf.ts";

type Answer<T> = (result: Office.AsyncResult<T>) => void;

interface Behaviour {
  readonly bytes: Uint8Array;
  /** The call that fails, and how. */
  readonly fails?: "getFile" | "getSlice" | "close";
}

/** What is known of the older API: answers come later, slices only of an open file and in range, two files open at most. */
class StrictDocument {
  open = 0;
  asked = 0;

  constructor(private readonly behaviour: Behaviour) {}

  get source(): PdfSource {
    return { getFileAsync: this.getFileAsync.bind(this) as unknown as PdfSource["getFileAsync"] };
  }

  private getFileAsync(type: string, options: { sliceSize: number }, answer: Answer<Office.File>): void {
    this.asked += 1;
    expect(type).toBe("pdf");
    expect(options.sliceSize).toBeGreaterThan(0);
    expect(options.sliceSize).toBeLessThanOrEqual(4 * 1024 * 1024);
    const { bytes, fails } = this.behaviour;
    if (fails === "getFile") return later(answer, null, "An internal error has occurred.");
    if (this.open >= 2) return later(answer, null, "The operation failed because too many files are open.");
    this.open += 1;
    let isOpen = true;
    const size = options.sliceSize;
    const file = {
      size: bytes.length,
      sliceCount: Math.ceil(bytes.length / size),
      getSliceAsync: (index: number, reply: Answer<Office.Slice>) => {
        if (!isOpen || index < 0 || index >= file.sliceCount) return later(reply, null, "The slice is out of range.");
        if (fails === "getSlice" && index === 1) return later(reply, null, "The network was lost.");
        const data = [...bytes.subarray(index * size, (index + 1) * size)];
        return later(reply, { data, index, size: data.length } as Office.Slice);
      },
      closeAsync: (reply: Answer<void>) => {
        if (fails === "close") return later(reply, null, "The file cannot be closed.");
        if (!isOpen) return later(reply, null, "The file is closed.");
        isOpen = false;
        this.open -= 1;
        return later(reply, undefined);
      },
    };
    later(answer, file as Office.File);
  }
}

function later<T>(answer: Answer<T>, value: T | null, error?: string): void {
  queueMicrotask(() =>
    answer(
      (error === undefined
        ? { status: "succeeded", value }
        : { status: "failed", error: { message: error } }) as unknown as Office.AsyncResult<T>,
    ),
  );
}

const pdf = Uint8Array.from({ length: 2.5 * 1024 * 1024 }, (_, index) => (index * 31) % 251);

describe("the workbook as PDF from Excel", () => {
  beforeEach(() => {
    vi.stubGlobal("Office", { FileType: { Pdf: "pdf" }, AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" } });
  });
  afterEach(() => vi.unstubAllGlobals());

  it("is put together from its slices, and the file is closed", async () => {
    const document = new StrictDocument({ bytes: pdf });
    const made = await workbookPdf(document.source);
    expect(made.ok && Buffer.from(made.bytes).equals(pdf)).toBe(true);
    expect(document.open).toBe(0);
  });

  it("can be asked for again and again", async () => {
    const document = new StrictDocument({ bytes: pdf.subarray(0, 10) });
    for (let time = 0; time < 5; time++) expect((await workbookPdf(document.source)).ok).toBe(true);
    expect([document.asked, document.open]).toEqual([5, 0]);
  });

  it("that is empty is a problem that says how to print, not a file", async () => {
    const document = new StrictDocument({ bytes: new Uint8Array() });
    expect(await workbookPdf(document.source)).toMatchObject({ ok: false, problem: { code: "pdf-empty" } });
    expect(document.open).toBe(0);
  });

  it("that Excel cannot make, or loses midway, is a problem with Excel's words, and the file is closed", async () => {
    for (const [fails, why] of [
      ["getFile", "An internal error has occurred."],
      ["getSlice", "The network was lost."],
    ] as const) {
      const document = new StrictDocument({ bytes: pdf, fails });
      expect(await workbookPdf(document.source)).toMatchObject({ ok: false, problem: { code: "pdf-by-hand", params: { why } } });
      expect(document.open).toBe(0);
    }
  });

  it("is kept where Excel only failed to close the file", async () => {
    expect((await workbookPdf(new StrictDocument({ bytes: pdf, fails: "close" }).source)).ok).toBe(true);
  });
});
