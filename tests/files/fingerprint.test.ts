import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedCells, type DocumentCells, fingerprint, keepCells } from "../../core/files/fingerprint.ts";
import type { CellValue } from "../../core/workbook/cells.ts";

type Values = readonly (readonly CellValue[])[];

function document(values: Values, more: Partial<DocumentCells> = {}): DocumentCells {
  return { cells: { values }, dateSystem: 1900, hasMarkers: false, ...more };
}

const minutes: Values = [
  ["#minutes CX-2026-W48-1", "产销协调会议记录", null, null],
  ["head:0", "会议编号", "CX-2026-W48-1", null],
  [null, null, null, null],
  ["topics:1", "缺料", 46349, true],
  ["topics:2", "换型", 0.35, { error: "#REF!" }],
];
const changes = (before: Values, after: Values, hasMarkers = true): string[] =>
  (changedCells(keepCells(document(before, { hasMarkers })), document(after, { hasMarkers })) ?? []).map(
    ({ change, row, column }) => `${change} ${row},${column}`,
  );

/** A copy in which one row or cell is another. */
function edited(values: Values, edit: (copy: CellValue[][]) => void): Values {
  const copy = values.map((line) => [...line]);
  edit(copy);
  return copy;
}

const said = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }).map((text) => `t${text}t`),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((value) => Number(value.toPrecision(12)) + 0),
  fc.boolean(),
  fc.constantFrom({ error: "#REF!" }, { error: "#N/A" }),
);
const sheet = fc.array(fc.array(fc.oneof(said, fc.constant(null)), { minLength: 3, maxLength: 6 }), { minLength: 1, maxLength: 12 });

describe("the fingerprint of a document", () => {
  it("is the SHA-256 of what it says", () => {
    expect(fingerprint(document(minutes))).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint(document([]))).toBe(createHash("sha256").update("concord 1 1900").digest("hex"));
  });

  it("does not mind blanks, how a number is written, or markers", () => {
    const same = edited(minutes, (copy) => {
      copy[0]?.push(null, "  ");
      copy[3] = ["topics:9", "缺料 \r\n", 46349.0000000001 - 1e-10, true, ""];
      copy.splice(3, 0, [null, ""]);
      copy.push([null], []);
    });
    expect(fingerprint(document(same, { hasMarkers: true }))).toBe(fingerprint(document(minutes, { hasMarkers: true })));
    expect(changes(minutes, same)).toEqual([]);
  });

  it("is another for the same words in other cells, and for text that looks like a number", () => {
    const moved = edited(minutes, (copy) => copy[1]?.splice(1, 3, "会议编号", null, "CX-2026-W48-1"));
    const typed = edited(minutes, (copy) => copy[3]?.splice(2, 1, "46349"));
    expect(new Set([minutes, moved, typed].map((values) => fingerprint(document(values)))).size).toBe(3);
  });

  it("knows a workbook whose dates became others", () => {
    expect(fingerprint(document(minutes, { dateSystem: 1904 }))).not.toBe(fingerprint(document(minutes)));
    expect(changedCells(keepCells(document(minutes)), document(minutes, { dateSystem: 1904 }))).toBeNull();
  });

  it("names the cells that were changed, added and removed", () => {
    const after = edited(minutes, (copy) => {
      copy[3]?.splice(2, 1, 46350);
      copy[4]?.splice(1, 1, null);
      copy[1]?.push("新");
    });
    expect(changes(minutes, after)).toEqual(["added 1,4", "changed 3,2", "removed 4,1"]);
  });

  it("knows rows and columns again that others moved away", () => {
    const inserted = edited(minutes, (copy) => {
      copy.splice(1, 0, [null, "手写的一行"]);
      copy[5]?.splice(1, 1, "换型改期");
    });
    expect(changes(minutes, inserted)).toEqual(["added 1,1", "changed 5,1"]);
    const beside = edited(minutes, (copy) => {
      for (const line of copy) line.splice(2, 0, null);
      copy[3]?.splice(2, 1, "批注");
    });
    expect(changes(minutes, beside)).toEqual(["added 3,2"]);
    expect(
      changes(
        minutes,
        edited(minutes, (copy) => copy.splice(3, 1)),
      ),
    ).toEqual(["removed 3,1", "removed 3,2", "removed 3,3"]);
  });

  it("any change of a cell changes it, and just that cell is named", () => {
    fc.assert(
      fc.property(sheet, fc.nat(), fc.nat(), fc.oneof(said, fc.constant(null)), (values, r, c, value) => {
        const row = r % values.length;
        const column = c % (values[row]?.length ?? 1);
        const was = values[row]?.[column] ?? null;
        fc.pre(JSON.stringify(was) !== JSON.stringify(value));
        const after = edited(values, (copy) => copy[row]?.splice(column, 1, value));
        expect(fingerprint(document(after))).not.toBe(fingerprint(document(values)));
        const change = was === null ? "added" : value === null ? "removed" : "changed";
        expect(changes(values, after, false)).toEqual([`${change} ${row},${column}`]);
      }),
    );
  });

  it("two documents have one fingerprint just where no cell is named", () => {
    fc.assert(
      fc.property(sheet, sheet, fc.boolean(), (values, others, isCopy) => {
        const after = isCopy ? values.flatMap((line) => [[], [...line, null]]) : others;
        const isSame = fingerprint(document(values)) === fingerprint(document(after));
        expect(changes(values, after, false).length === 0).toBe(isSame);
        if (isCopy) expect(isSame).toBe(true);
      }),
    );
  });

  it("a large document is kept in texts that a cell takes", () => {
    const values = Array.from({ length: 400 }, (_, row) => Array.from({ length: 40 }, (_, column) => `${row}-${column}`));
    values.push(Array.from({ length: 9000 }, (_, column) => column.toString()));
    const kept = keepCells(document(values));
    expect(kept.length).toBeGreaterThan(3);
    for (const text of kept) {
      expect(text.length).toBeLessThanOrEqual(32_767);
      expect(text).toMatch(/^1 1900;/);
    }
    const after = edited(values, (copy) => {
      copy[399]?.splice(39, 1, "x");
      copy[400]?.splice(8999, 1, "y");
    });
    expect(changedCells(kept, document(after))).toEqual([
      { change: "changed", row: 399, column: 39 },
      { change: "changed", row: 400, column: 8999 },
    ]);
    expect(changedCells(kept, document(values))).toEqual([]);
  });
});
