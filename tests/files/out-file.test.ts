import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base64, base64Lines, fromBase64 } from "../../core/files/base64.ts";
import { fileName } from "../../core/files/out-file.ts";
import { piecesOf, utf8 } from "../../core/files/utf8.ts";
import { anyText } from "./texts.ts";

describe("the name of a file", () => {
  it.each([
    ["会议记录 CX-2026-W47-1", "会议记录 CX-2026-W47-1.docx"],
    ['会议记录: 1/2 <草稿>?*"|\\', "会议记录 1 2 草稿.docx"],
    ["  ..通知\r\n第二版. ", "通知 第二版.docx"],
    ["con", "_con.docx"],
    ["COM1.2026", "_COM1.2026.docx"],
    ["contact", "contact.docx"],
    ["::", "concord.docx"],
    ["长".repeat(300), `${"长".repeat(100)}.docx`],
    [`${"长".repeat(99)}👍`, `${"长".repeat(99)}.docx`],
  ])("%j is %j", (stem, name) => {
    expect(fileName(stem, "docx")).toBe(name);
  });

  it("is one that Windows takes, whatever it is made of", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ maxLength: 300 })), (stem) => {
        const name = fileName(stem, "ics");
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(name).toMatch(/^[^<>:"/\\|?*\u0000-\u001f. ][^<>:"/\\|?*\u0000-\u001f]*\.ics$/);
        expect(name).not.toMatch(/[. ]\.ics$|^(con|nul|aux|prn)\./i);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(Buffer.from(name, "utf8").toString("utf8")).toBe(name);
      }),
    );
  });
});

describe("bytes as text", () => {
  it("UTF-8 and base64 are those of the platform", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: "binary" })), (text) => {
        expect(utf8(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)));
        expect(piecesOf(text, 10).join("")).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(base64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect(fromBase64(base64(bytes))).toEqual(bytes);
        expect(
          Math.max(
            ...base64Lines(bytes)
              .split("\r\n")
              .map(({ length }) => length),
          ),
        ).toBeLessThanOrEqual(76);
      }),
    );
  });

  it("what is no base64 is a bug that shows itself", () => {
    expect(() => fromBase64("a*==")).toThrow("not base64");
  });
});
