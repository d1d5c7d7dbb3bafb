import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, vi } from "vitest";
import type { CellValue } from "../../core/index.ts";
import { concord } from "../../desk/cli/concord.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { writeXlsx } from "../../desk/xlsx/index.ts";

export interface Answer {
  readonly command: string;
  readonly report: readonly { readonly code: string; readonly text: string }[];
  readonly problems: readonly {
    readonly severity: string;
    readonly code: string;
    readonly text: string;
    readonly sheet?: string;
    readonly cell?: string;
  }[];
  readonly changes: number;
  readonly written: string | null;
  readonly preview?: readonly unknown[];
}

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const folder = mkdtempSync(join(tmpdir(), "concord-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

/** A path of its own in a folder that goes away with the tests. */
export function path(name: string): string {
  count += 1;
  return join(folder, `${count}-${name}`);
}

export function put(name: string, content: string | Uint8Array): string {
  const file = path(name);
  writeFileSync(file, content);
  return file;
}

/** The command line in this process, where it costs no start of Node. */
export async function cli(...argv: string[]): Promise<Said> {
  let [out, err] = ["", ""];
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      out += String(text);
      return true;
    }),
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      err += String(text);
      return true;
    }),
    vi.spyOn(console, "log").mockImplementation((text) => {
      out += `${String(text)}\n`;
    }),
  ];
  try {
    return { code: await concord(["--today", "2026-11-22", "--user", "顾婷", ...argv]), out, err };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

export async function answer(...argv: string[]): Promise<Answer & { readonly code: number }> {
  const { code, out } = await cli(...argv, "--json");
  return { ...(JSON.parse(out) as Answer), code };
}

/** A planner's own list of actions. */
export function actionsBook(rows: readonly (readonly CellValue[])[], change?: (workbook: Workbook) => void, headings = HEADINGS): string {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("待办", 0);
  [headings, ...rows].forEach((line, row) => {
    line.forEach((value, column) => {
      sheet.setValue(row, column, value);
    });
  });
  change?.(workbook);
  return put("待办.xlsx", writeXlsx({ workbook, losses: [] }));
}

const HEADINGS: readonly string[] = ["任务编号", "任务", "责任人", "截止日期", "状态"];

export function bytesOf(file: string): Buffer {
  return readFileSync(file);
}
