import { commandById, dayOf, nameIn, run, type TableId, tableOf, toSerial } from "../core/index.ts";
import { DeskHost } from "../desk/host/desk-host.ts";
import { Workbook } from "../desk/workbook/workbook.ts";
import { type Benchmark, benchmark } from "./benchmark.ts";

const ACTIONS = 5000;
const MEETINGS = 500;
const TODAY = dayOf(2026, 11, 23) ?? 0;
const STATES = ["已下达", "进行中", "已完成", "已验收", "已延期", "已取消"];
const DEPARTMENTS = ["销售部", "生产部", "采购部", "研发部", "物流部", "财务部", "客服部"];

/** Ten years of a company's weekly meetings, last refreshed the day before; all of core's work, from cells to edits. */
export const refreshes: readonly Benchmark[] = ["refresh-tracking", "refresh-dashboard"].map((id) =>
  benchmark({
    name: `${id}: ${ACTIONS} actions, ${MEETINGS} meetings`,
    prepare: () => refreshed(id),
    run: (host: DeskHost) => run(host, commandOf(id), {}, contextOn(TODAY), { dryRun: true }),
    promised: { milliseconds: 1000, megabytes: 500 },
  }),
);

function refreshed(id: string): DeskHost {
  const workbook = new Workbook();
  const serial = (day: number): number => toSerial(day, 1900);
  const start = (meeting: number): number => TODAY - (MEETINGS - meeting) * 7;
  fill(
    workbook,
    "meetings",
    Array.from({ length: MEETINGS }, (_, index) => ({
      no: `CX-${index}`,
      name: "产销协调会",
      date: serial(start(index)),
      state: "已分发",
      minutesDue: serial(start(index) + 1),
      distributedOn: serial(start(index) + (index % 3)),
      expected: 12,
      present: 9 + (index % 4),
    })),
  );
  fill(
    workbook,
    "actions",
    Array.from({ length: ACTIONS }, (_, index) => {
      const meeting = index % MEETINGS;
      const status = STATES[index % STATES.length] ?? "";
      const due = start(meeting) + 5 + (index % 20);
      return {
        no: `CX-${meeting}-A${Math.floor(index / MEETINGS) + 1}`,
        task: `第 ${index} 项任务`,
        department: DEPARTMENTS[index % DEPARTMENTS.length] ?? "",
        owner: "王强",
        due: serial(due),
        firstDue: serial(due - (index % 2) * 7),
        status,
        meeting: `CX-${meeting}`,
        assignedOn: serial(start(meeting)),
        doneOn: status === "已完成" || status === "已验收" ? serial(start(meeting) + 3 + (index % 25)) : null,
        carried: index % 5,
        postponed: index % 3,
      };
    }),
  );
  const host = new DeskHost(workbook);
  void run(host, commandOf(id), {}, contextOn(TODAY - 1));
  return host;
}

function fill(workbook: Workbook, id: TableId, rows: readonly Readonly<Record<string, string | number | null>>[]): void {
  const { fields } = tableOf(id);
  const sheet = workbook.addSheet(nameIn("zh-CN", tableOf(id)));
  for (const [column, [field, { zh }]] of Object.entries(fields).entries()) {
    sheet.setValue(0, column, zh);
    for (const [index, row] of rows.entries()) if (row[field] != null) sheet.setValue(index + 1, column, row[field]);
  }
}

function commandOf(id: string) {
  const command = commandById(id);
  if (!command) throw new Error(`There is no command ${id}.`);
  return command;
}

function contextOn(today: number) {
  return { today, now: 540, user: { name: "张三", department: "" }, language: "zh-CN" } as const;
}
