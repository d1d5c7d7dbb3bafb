import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { commands, parseIso, toSerial } from "../../core/index.ts";
import { actionsBook, answer, bytesOf, cli, path, put } from "./desk.ts";

const root = join(import.meta.dirname, "../..");
const day = (iso: string): number => toSerial(parseIso(iso) ?? Number.NaN, 1900);
const ONE = ["CX-2026-W47-1-A1", "发货 30 台", "老李", day("2026-11-20"), "进行中"];

describe("the command line of a terminal", () => {
  it("lists every command with the schema of its input", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, "scripts/concord.mjs"), "list", "--json"], {
      cwd: dirname(root),
    });
    const listed = JSON.parse(stdout) as { command: string; title: string; help: string; input: { type: string; properties: object } }[];
    expect(listed.map(({ command }) => command)).toEqual(commands.map(({ id }) => id));
    for (const { title, help, input } of listed) {
      expect([title, help].every((text) => text !== "")).toBe(true);
      expect(input).toMatchObject({ type: "object", properties: expect.any(Object) as object });
    }
  });

  it("ends with 2 and writes to stderr where it was misused", async () => {
    const run = promisify(execFile)(process.execPath, [join(root, "scripts/concord.mjs"), "no-such"], { cwd: root });
    await expect(run).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("没有命令「no-such」") as string });
  });
});

describe("a command on a file", () => {
  it("answers what it did, and writes beside the book, never over it or over an earlier result", async () => {
    const book = actionsBook([ONE]);
    const before = bytesOf(book);
    const first = await answer("refresh-tracking", "--book", book);
    expect(Object.keys(first).sort()).toEqual(["changes", "code", "command", "problems", "report", "written"]);
    expect(first).toMatchObject({
      code: 0,
      command: "refresh-tracking",
      report: [{ code: "tracking-refreshed" }],
      written: book.replace(".xlsx", "-concord.xlsx"),
    });
    expect(first.changes).toBeGreaterThan(0);
    const second = await answer("refresh-tracking", "--book", book);
    expect(second.written).toBe(book.replace(".xlsx", "-concord-2.xlsx"));
    expect(bytesOf(book)).toEqual(before);
    const third = await answer("refresh-tracking", "--book", first.written ?? "");
    expect(third).toMatchObject({ code: 0, changes: 0, written: null });
  });

  it("writes nothing in a dry run, and says what it would change", async () => {
    const book = actionsBook([ONE]);
    const out = path("dry.xlsx");
    const dry = await answer("refresh-tracking", "--book", book, "--out", out, "--dry-run");
    expect(dry).toMatchObject({ code: 0, written: null });
    expect(dry.preview?.length).toBe(dry.changes);
    expect(existsSync(out) || existsSync(book.replace(".xlsx", "-concord.xlsx"))).toBe(false);
  });

  it("takes its input from a file, with or without a byte order mark", async () => {
    const out = path("company.xlsx");
    const input = put("input.json", `\uFEFF${JSON.stringify({ company: "某厂" })}`);
    expect(await answer("set-up-workbook", "--input", `@${input}`, "--out", out)).toMatchObject({ code: 0, written: out });
    const { out: read } = await cli("read", "--book", out, "--table", "settings", "--json");
    expect((JSON.parse(read) as { rows: { code: string; value: string }[] }).rows).toContainEqual(
      expect.objectContaining({ code: "company", value: "某厂" }),
    );
  });

  it("reads a table as typed rows under canonical names", async () => {
    const book = actionsBook([ONE, ["CX-2026-W47-1-A2", "报价 2 份", "老王", "2026/12/1", "未开始"]]);
    const { code, out } = await cli("read", "--book", book, "--table", "actions", "--json");
    expect(code).toBe(0);
    const { table, sheet, rows, problems } = JSON.parse(out) as { table: string; sheet: string; rows: object[]; problems: object[] };
    expect([table, sheet]).toEqual(["actions", "待办"]);
    expect(rows).toMatchObject([
      {
        no: "CX-2026-W47-1-A1",
        task: "发货 30 台",
        owner: "老李",
        due: "2026-11-20",
        status: "inProgress",
        light: "overdue",
        daysLate: 0,
        meeting: null,
      },
      { no: "CX-2026-W47-1-A2", due: "2026-12-01", status: "assigned", light: "onTrack", daysLate: null },
    ]);
    expect(problems).toMatchObject([{ code: "date-as-text", cell: "D3" }]);
  });

  it("speaks English where it is asked to", async () => {
    const { out } = await cli("list", "--language", "en");
    expect(out).toContain("Puts the coming meetings");
    expect(out).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
