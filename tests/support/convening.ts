import { toIso } from "../../core/index.ts";
import { signInColumn } from "../../core/meeting/signin-form.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import { among, keysOf } from "./preparing.ts";
import { type Register, runOn, snapshotOf } from "./registers.ts";

type Input = Readonly<Record<string, unknown>>;
type Inputs = Readonly<Record<string, (register: Register, pick: number) => Input>>;

/** Inputs for the commands that tell of a meeting and of who came; each makes what it needs first. */
export const conveningInputs: Inputs = {
  "send-notice": (found, pick) => {
    const meeting = convened(found);
    if (pick % 3 === 0) return { meeting };
    runOn(found.book, "send-notice", { meeting }, found.context);
    const change = pick % 3 === 1 ? "cancel-meeting" : "move-meeting";
    runOn(found.book, change, { meeting, date: toIso(found.context.today + 3), place: "=四楼", reason: "+停电" }, found.context);
    return { meeting, onBehalf: "-代" };
  },
  "make-sign-in": (found, pick) => {
    const meeting = convened(found);
    if (pick % 2 === 0) return { meeting };
    runOn(found.book, "make-sign-in", { meeting }, found.context);
    runOn(found.book, "request-leave", { meeting, name: "@钱敏", reason: "=出差", delegate: "=孙" }, found.context);
    return { meeting };
  },
  "record-attendance": (found, pick) => {
    const meeting = convened(found);
    runOn(found.book, "make-sign-in", { meeting }, found.context);
    if (pick % 2 === 0) runOn(found.book, "generate-minutes", { meeting }, found.context);
    signByHand(found, meeting, pick);
    const keys = keysOf(found, "attendance");
    const said = among(keys, pick);
    return pick % 3 === 0 ? { meeting, absentOthers: true } : { meeting, putBack: [said, `${said}.status`], confirm: [`${said}.reason`] };
  },
};

/** A meeting of today with all that a notice needs. */
function convened(found: Register): string {
  const { book, context } = found;
  const day = String(((context.today + 3) % 7) + 1);
  const series = {
    name: "产销周会",
    cycle: "weekly",
    weekday: day,
    start: "09:00",
    minutes: 60,
    place: "=三楼",
    chair: "张三",
    recorder: "@李四",
  };
  runOn(book, "save-series", series, context);
  runOn(book, "plan-meetings", { series: "产销周会" }, context);
  const meeting = firstPlanned(found);
  runOn(book, "prepare-meeting", { meeting }, context);
  return meeting;
}

function firstPlanned({ book, context }: Register): string {
  const rows = snapshotOf(book, ["meetings"], context.language).tables.get("meetings")?.rows ?? [];
  const planned = rows.filter(({ key, values }) => {
    const { state, date, series } = values as Readonly<Record<string, unknown>>;
    return key !== "" && state === "planned" && series === "产销周会" && Number(date) >= context.today;
  });
  return planned[0]?.key ?? "X-1";
}

/** Times, signatures and somebody unexpected, as people write them. */
function signByHand({ book }: Register, meeting: string, pick: number): void {
  const sheet = signInOf(book.sheets, meeting);
  if (!sheet) return;
  const rows = signInRows(sheet);
  const put = (row: number | undefined, id: string, value: string | number): void => {
    if (row !== undefined) sheet.setValue(row, signInColumn(id), value);
  };
  put(rows[0], "arrived", "09：00");
  put(rows[1], "arrived", 0.4);
  put(rows[1], "left", pick % 2 === 0 ? "09:20" : "09:50");
  put(rows[2], "delegate", "=孙工");
  put(rows[2], "signature", "@孙");
  put(rows[3], "status", ["请假", "Absent", "迟到", "搞定了"][pick % 4] ?? "");
  const spare = rows.filter((row) => sheet.cell(row, 0)?.value === "signin:");
  put(spare[0], "name", "=外协");
  put(spare[0], "signature", "√");
  put(spare[2], "name", pick % 2 === 0 ? "张三" : "+王");
}

export function signInOf(sheets: readonly Sheet[], meeting: string): Sheet | undefined {
  return sheets.find((sheet) => String(sheet.cell(0, 0)?.value ?? "").startsWith(`#signin ${meeting}`));
}

/** The rows that people sign in, by the hidden column. */
export function signInRows(sheet: Sheet): number[] {
  return [...sheet.cells]
    .filter(([, line]) => String(line.get(0)?.value ?? "").startsWith("signin:"))
    .map(([row]) => row)
    .sort((a, b) => a - b);
}
