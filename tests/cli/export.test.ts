import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import { savedSample } from "../journey/planner.ts";
import { actionsBook, answer, cli, path, put } from "./desk.ts";

const DOCUMENT = "minutes:CX-2026-W48-1";
const book = async (): Promise<string> => put("台账.xlsx", await savedSample());
const said = (file: string): string => strFromU8(unzipSync(new Uint8Array(readFileSync(file)))["word/document.xml"] ?? new Uint8Array());

describe("export", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("writes the minutes as Word where it was asked to, or beside the book under the sheet's name", async () => {
    const from = await book();
    const out = path("纪要.docx");
    expect(await answer("export", "--book", from, "--document", DOCUMENT, "--to", "docx", "--out", out)).toMatchObject({
      code: 0,
      written: out,
    });
    expect(said(out)).toContain("产销协调会议记录");
    const beside = join(dirname(from), "会议记录 CX-2026-W48-1.docx");
    expect(await answer("export", "--book", from, "--document", DOCUMENT)).toMatchObject({ code: 0, written: beside });
    expect(said(beside)).toBe(said(out));
  });

  it("names the documents that there are where none, or another, was asked for", async () => {
    const from = await book();
    for (const more of [[], ["--document", "minutes:CX-1999-W01-1"]]) {
      const { code, err } = await cli("export", "--book", from, ...more);
      expect([code, err]).toEqual([2, expect.stringContaining(DOCUMENT)]);
    }
    expect(await cli("export", "--book", actionsBook([["A-1", "做", "李四", null, null]]))).toMatchObject({
      code: 2,
      err: expect.stringContaining("还没有"),
    });
  });

  it("takes Word and PDF, nothing else", async () => {
    expect(await cli("export", "--book", await book(), "--document", DOCUMENT, "--to", "rtf")).toMatchObject({
      code: 2,
      err: expect.stringContaining("docx"),
    });
    expect((await cli("export", "--document", DOCUMENT)).code).toBe(2);
  });

  it("says how to make the PDF by hand where LibreOffice is not there", async () => {
    vi.stubEnv("CONCORD_SOFFICE", join(import.meta.dirname, "no-such-program"));
    const out = path("minutes.pdf");
    const told = await answer("export", "--book", await book(), "--document", DOCUMENT, "--out", out);
    expect([told.code, told.written, told.problems.map(({ code }) => code)]).toEqual([1, null, ["pdf-no-program"]]);
    expect(told.problems[0]?.text).toContain("会议记录 CX-2026-W48-1");
    expect(existsSync(out)).toBe(false);
  });
});
