import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readXlsx } from "../../desk/xlsx/index.ts";
import { fileOf, richParts } from "./xlsx-fixtures.ts";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = (text: string) => [...text].flatMap((character) => [character.charCodeAt(0), 0]);
const codeOf = (bytes: Uint8Array) => {
  const read = readXlsx(bytes);
  return read.ok ? "ok" : read.code;
};
const without = (part: string) => Object.fromEntries(Object.entries(richParts()).filter(([name]) => name !== part));

describe("bytes that are no workbook", () => {
  it.each([
    ["nothing", new Uint8Array(), "not-a-workbook"],
    ["a text", new TextEncoder().encode("a,b,c"), "not-a-workbook"],
    ["an empty zip", zipSync({}), "not-a-workbook"],
    ["a zip of something else", fileOf({ "a.txt": "x" }), "not-a-workbook"],
    ["a file with a password", new Uint8Array([...OLE, ...utf16("Root Entry EncryptedPackage")]), "encrypted"],
    ["an old workbook", new Uint8Array([...OLE, ...utf16("Workbook")]), "old-xls"],
    ["a workbook without its sheet", fileOf(without("xl/worksheets/sheet1.xml")), "damaged"],
    [
      "a sheet that ends early",
      fileOf({ ...richParts(), "xl/worksheets/sheet2.xml": "<worksheet><sheetData><row r='1'><c r='A1'" }),
      "damaged",
    ],
    ["a sheet that is no XML", fileOf({ ...richParts(), "xl/worksheets/sheet2.xml": "<worksheet><sheetData/></oops>" }), "damaged"],
    ["looks with a document type", fileOf({ ...richParts(), "xl/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }), "damaged"],
    [
      "rows out of order",
      fileOf({ ...richParts(), "xl/worksheets/sheet2.xml": "<worksheet><sheetData><row r='2'/><row r='1'/></sheetData></worksheet>" }),
      "damaged",
    ],
  ] as const)("says so of %s", (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it("says so of a binary workbook and of a text document", () => {
    const pointing = (target: string) => richParts()["_rels/.rels"]?.replace("xl/workbook.xml", target) ?? "";
    expect(readXlsx(fileOf({ ...richParts(), "_rels/.rels": pointing("xl/workbook.bin") }))).toMatchObject({
      code: "not-a-workbook",
      detail: /xlsb/,
    });
    const types =
      richParts()["[Content_Types].xml"]?.replace(
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
      ) ?? "";
    expect(codeOf(fileOf({ ...richParts(), "[Content_Types].xml": types }))).toBe("not-a-workbook");
  });

  it("refuses a zip that claims to unpack to an absurd size", () => {
    const bytes = zipSync({ "[Content_Types].xml": new Uint8Array(9) });
    const entry = bytes.findIndex((_, at) => [0x50, 0x4b, 1, 2].every((byte, index) => bytes[at + index] === byte));
    new DataView(bytes.buffer).setUint32(entry + 24, 300 * 1024 * 1024, true);
    expect(readXlsx(bytes)).toMatchObject({ ok: false, code: "damaged", detail: "the zip unpacks to an absurd size" });
  });

  it("never throws on any bytes, with or without the mark of a zip", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom([], [0x50, 0x4b, 3, 4], OLE), (bytes, head) => {
        expect(readXlsx(new Uint8Array([...head, ...bytes])).ok).toBe(false);
      }),
    );
  });

  it("never throws on a file cut short anywhere", () => {
    const whole = fileOf(richParts());
    for (let length = 0; length < whole.length; length += 37) expect(codeOf(whole.slice(0, length))).not.toBe("ok");
  });

  it("never throws on a part cut short anywhere", () => {
    const parts = richParts();
    const names = ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "[Content_Types].xml"];
    for (const name of names) {
      const text = parts[name] ?? "";
      for (let length = 0; length < text.length; length += 211) {
        expect(codeOf(fileOf({ ...parts, [name]: text.slice(0, length) })), `${name} cut at ${length}`).toMatch(/damaged|not-a-workbook/);
      }
    }
  });

  it("never throws on a file with a byte gone wrong", () => {
    const whole = fileOf(richParts());
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const bytes = whole.slice();
        bytes[at] = byte;
        expect(() => readXlsx(bytes)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
