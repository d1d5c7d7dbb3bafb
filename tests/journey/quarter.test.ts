import { beforeAll, describe, expect, it } from "vitest";
import { commandById, type Host, parseIso, say, type TableId } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { newBook, openExcel } from "../support/office/open-excel.ts";
import { told } from "../support/office/told.ts";
import * as end from "../support/quarter-end.ts";
import { Player } from "../support/quarter-player.ts";
import { quarter } from "../support/quarter-script.ts";
import { rowsOf } from "../support/rows-of.ts";

const END = parseIso("2026-03-31") ?? Number.NaN;

/** What each command that wrote cost in Excel, and of how many sheets the workbook then was. */
const costs: { readonly sheets: number; readonly syncs: number }[] = [];

/** Counts from the survey, with which every command begins, to what it wrote. */
function inExcel(workbook: Workbook): Host {
  const { host, bridge } = openExcel(workbook);
  let before = bridge.syncs;
  return {
    name: host.name,
    survey: (whole) => {
      before = bridge.syncs;
      return host.survey(whole);
    },
    read: (sheets) => host.read(sheets),
    apply: async (edits, watch) => {
      const receipt = await host.apply(edits, watch);
      costs.push({ sheets: workbook.sheets.length, syncs: bridge.syncs - before });
      return receipt;
    },
    reveal: (at) => host.reveal(at),
  };
}

const players = {
  desk: new Player((workbook) => new DeskHost(workbook), newBook()),
  Excel: new Player(inExcel, newBook()),
};

beforeAll(async () => {
  for (const player of Object.values(players)) await player.play(quarter);
}, 600_000);

describe.each(["desk", "Excel"] as const)("2026 年一季度，从空白工作簿到季末（%s）", (name) => {
  const player = players[name];

  /** A table's rows as lines, `-` where a cell is blank. */
  async function lines(table: TableId, fields: readonly string[]): Promise<string[]> {
    const rows = await rowsOf(player.workbook, table, "zh-CN", END);
    return rows.map((row) =>
      fields
        .map((field) =>
          field
            .split("/")
            .map((part) => row[part] ?? "-")
            .join("/"),
        )
        .join(" | "),
    );
  }

  it("三(一)1 四(二) 每次会议的编号、日期、状态、记录时限、整理、审核、分发、归档和人数", async () => {
    const fields = "no date seriesDate state minutesDue recordedOn approvedOn distributedOn archiveNo expected/present";
    expect(await lines("meetings", fields.split(" "))).toEqual(end.meetings);
  });

  it("三(二)1 每个议题的归属、结论和结转次数", async () => {
    expect(await lines("topics", ["no", "meeting", "status", "carried", "carriedFrom", "source"])).toEqual(end.topics);
  });

  it("三(三)4 未解决问题再上会，直到有了答复", async () => {
    const fields = ["no", "status", "answerBy", "closedOn", "carried", "returnedTo", "answer"];
    expect(await lines("openQuestions", fields)).toEqual(end.openQuestions);
  });

  it("三(四)3 决议和待办的状态、时限、结转、延期和灯号", async () => {
    const fields = ["no", "status", "due", "doneOn", "carried", "postponed", "light", "daysLate"];
    expect(await lines("resolutions", fields)).toEqual(end.resolutions);
    expect(await lines("actions", ["no", "status", "due", "carried", "light"])).toEqual(end.actions);
    const resolution = (await rowsOf(player.workbook, "resolutions", "zh-CN", END)).find(({ no }) => no === "CX-2026-W10-1-R1");
    expect(resolution?.task).toBe("返修泵头 50 台");
    expect(said(player, "refresh-tracking")).toEqual(["跟踪 14 项：逾期 4 项，临期 0 项，未确认 1 项，缺责任人或时限 0 项。"]);
  });

  it("五1 每人应到、实到、代理、迟到、早退、请假和缺席", () => {
    expect(statistics(player.workbook)).toEqual(end.attendance);
    expect(said(player, "attendance-statistics")).toEqual(["考勤统计「考勤统计」：2026-01-01 至 2026-03-31，会议 14 次，11 人。"]);
  });

  it("四(二) 通知和记录发给几个人，各是第几版", async () => {
    const rows = await rowsOf(player.workbook, "distribution", "zh-CN", END);
    const counts = (meeting: unknown, document: string): string => {
      const versions = rows.filter((row) => row.meeting === meeting && row.document === document).map(({ version }) => Number(version));
      const last = Math.max(0, ...versions);
      return Array.from({ length: last }, (_, at) => versions.filter((version) => version === at + 1).length).join("+") || "-";
    };
    const nos = [...new Set(rows.map(({ meeting }) => String(meeting)))].sort();
    expect(nos.map((no) => `${no} | ${counts(no, "notice")} | ${counts(no, "minutes")}`)).toEqual(end.distribution);
  });

  it("四(三) 归档编号连续、不重复，每件文件都查得到，没有一件被改动", async () => {
    const rows = await rowsOf(player.workbook, "archive", "zh-CN", END);
    expect(rows.map(({ no }) => no)).toEqual(Array.from({ length: 69 }, (_, at) => `CX-DA-2026-${String(at + 1).padStart(3, "0")}`));
    const nos = [...new Set(rows.map(({ meeting }) => String(meeting)))];
    const kinds = (no: string): string =>
      rows
        .filter(({ meeting }) => meeting === no)
        .map(({ kind }) => kind)
        .join(" ");
    expect(nos.map((no) => `${no} | ${kinds(no)}`)).toEqual(end.archive);
    expect(rows.every(({ fingerprint }) => String(fingerprint).length > 0)).toBe(true);
    expect(said(player, "verify-archive")).toEqual(["核对了 69 件文件，0 件有问题。"]);
  });

  it("四(二) 五1 该提醒的都提醒过，没有别的提醒", () => {
    const found = player.played.flatMap(({ step, outcome }) =>
      outcome.problems
        .filter(({ severity }) => severity === "warning")
        .map(({ code, params }) => {
          const values = Object.entries(params).map(([field, value]) => `${field}=${value}`);
          return [`${step.day} | ${step.run} | ${code}`, ...values].join(" ");
        }),
    );
    expect(found.filter((line) => !line.includes("recipients-unreachable"))).toEqual(end.warned);
    // Fourteen minutes and one amendment.
    expect(found.filter((line) => line.includes("recipients-unreachable n=1 names=冯雪"))).toHaveLength(15);
  });

  it("每个有改动的命令在日志中各有一行，按先后排列", async () => {
    const changing = player.played.filter(({ outcome }) => outcome.edits > 0);
    const wanted = changing.map(({ step }) => {
      const title = commandById(step.run)?.title;
      return `${step.day} | 17:00 | 林晓 | ${title ? say("zh-CN", title) : ""}`;
    });
    expect(wanted.length).toBeGreaterThan(200);
    expect(await lines("log", ["date", "time", "user", "command"])).toEqual(wanted);
    const keys = await lines("log", ["no"]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("the quarter on both hosts", () => {
  it("ends with the same sheets, cells, tables and names", () => {
    expect(told(players.Excel.workbook)).toEqual(told(players.desk.workbook));
  });

  it("was answered in the same words, command by command", () => {
    const answers = ({ played }: Player) =>
      played.map(({ step, outcome }) => ({ step, report: outcome.report, problems: outcome.problems }));
    expect(answers(players.Excel)).toEqual(answers(players.desk));
  });

  it("took Excel no more than four round trips a command, and one more beyond 64 sheets", () => {
    expect(costs.length).toBeGreaterThan(200);
    expect(costs.filter(({ sheets, syncs }) => syncs > (sheets > 64 ? 5 : 4))).toEqual([]);
  });
});

function said(player: Player, id: string): string[] {
  return player.outcome(id).report.map(({ code, params }) => say("zh-CN", code, params));
}

/** The people of the statistics sheet and their sum, by name. */
function statistics(workbook: Workbook): string[] {
  const sheet = workbook.sheet("考勤统计") ?? expect.fail("no statistics");
  const found = Array.from({ length: sheet.used().rows }, (_, row) =>
    Array.from({ length: 9 }, (__, column) => sheet.cell(row, column)?.value ?? null),
  );
  const total = found.findIndex(([first]) => first === "合计");
  const people = found.slice(3, total).map((line) => line.slice(1).join(" | "));
  const sum = ["合计", ...(found[total] ?? []).slice(2)].join(" | ");
  return [...people.sort((a, b) => (a < b ? -1 : 1)), sum];
}
