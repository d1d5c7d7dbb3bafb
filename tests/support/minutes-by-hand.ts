import fc from "fast-check";
import { toSerial } from "../../core/index.ts";
import { type BlockId, blockOf } from "../../core/meeting/minutes-form.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";

/** A cell that a person types into the minutes: which row of which block, which field. */
interface Typed {
  readonly block: BlockId;
  readonly row: number;
  readonly field: string;
  readonly value: string | number | null;
}

export interface MinutesFill {
  readonly topics: readonly FilledRow[];
  readonly actions: readonly FilledRow[];
  readonly open: readonly FilledRow[];
  readonly review: readonly { readonly row: number; readonly status: string; readonly reason: string; readonly newDue: number | null }[];
  readonly cleared: readonly { readonly block: BlockId; readonly row: number; readonly field: number }[];
}

interface FilledRow {
  readonly row: number;
  readonly text: string;
  readonly more: string;
  readonly owner: string;
  readonly due: number | null;
  readonly kind: string;
}

/** What is typed into minutes; most rows are sound, so that most are recorded. */
export function minutesFill(text: fc.Arbitrary<string>): fc.Arbitrary<MinutesFill> {
  const filled = fc.record({
    row: fc.nat(3),
    text,
    more: text,
    owner: fc.constantFrom("张三", "钱敏", "采购部/钱敏", "=B2", ""),
    due: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 60 }) }, { weight: 1, arbitrary: fc.constantFrom(null, -40) }),
    kind: fc.constantFrom("", "决议", "共识", "Resolution", "未决"),
  });
  const rows = fc.uniqueArray(filled, { selector: ({ row }) => row, maxLength: 3 });
  return fc.record({
    topics: rows,
    actions: rows,
    open: rows,
    review: fc.array(
      fc.record({
        row: fc.nat(5),
        status: fc.constantFrom("", "完成", "进行中", "已延期", "Done", "已取消"),
        reason: fc.constantFrom("", "缺料"),
        newDue: fc.option(fc.integer({ min: 5, max: 40 })),
      }),
      { maxLength: 2 },
    ),
    cleared: fc.array(fc.record({ block: fc.constantFrom("topics" as const, "actions" as const), row: fc.nat(3), field: fc.nat(8) }), {
      maxLength: 1,
    }),
  });
}

/** The last minutes sheet of a workbook. */
export function minutesOf(book: Workbook): Sheet | undefined {
  return book.sheets.filter((sheet) => String(sheet.cell(0, 0)?.value ?? "").startsWith("#minutes ")).at(-1);
}

/** The sheet's rows of a block, by the markers of its hidden column. */
export function rowsOfBlock(sheet: Sheet, block: BlockId): number[] {
  return [...sheet.cells]
    .filter(([, line]) => String(line.get(0)?.value ?? "").startsWith(`${block}:`))
    .map(([row]) => row)
    .sort((a, b) => a - b);
}

function typeInto(sheet: Sheet, { block, row, field, value }: Typed): void {
  const at = rowsOfBlock(sheet, block)[row];
  const column = blockOf(block).fields.find(({ id }) => id === field)?.column;
  if (at !== undefined && column !== undefined) sheet.setValue(at, column, value);
}

export function fillMinutes(book: Workbook, fill: MinutesFill, day: number): void {
  const sheet = minutesOf(book);
  if (!sheet) return;
  const put = (block: BlockId, row: number, values: Readonly<Record<string, string | number | null>>): void => {
    for (const [field, value] of Object.entries(values)) if (value !== null && value !== "") typeInto(sheet, { block, row, field, value });
  };
  const serial = (due: number | null): number | null => (due === null ? null : toSerial(day + 7 + due, 1900));
  for (const { row, text, more, owner, due, kind } of fill.topics)
    put("topics", row, { topic: more, discussion: text, resolution: text, kind, owner, due: serial(due) });
  for (const { row, text, more, owner, due } of fill.actions) put("actions", row, { task: text, doneWhen: more, owner, due: serial(due) });
  for (const { row, text, more, owner, due } of fill.open)
    put("open", row, { question: text, nextStep: more, responsible: owner, answerBy: serial(due) });
  for (const { row, status, reason, newDue } of fill.review) put("review", row, { status, reason, newDue: serial(newDue) });
  for (const { block, row, field } of fill.cleared) {
    const column = blockOf(block).fields[field]?.column;
    const at = rowsOfBlock(sheet, block)[row];
    if (column !== undefined && at !== undefined && sheet.cell(at, column)) sheet.setValue(at, column, null);
  }
}
