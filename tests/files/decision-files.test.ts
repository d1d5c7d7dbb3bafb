import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { textFile } from "../../core/files/out-file.ts";
import { message, type OutFile } from "../../core/index.ts";
import { type Context, defineCommand } from "../../core/run/command.ts";
import { run } from "../../core/run/run.ts";
import { saveFiles } from "../../desk/cli/save-files.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";

const context: Context = { today: 20_780, now: 540, user: { name: "顾婷", department: "" }, language: "zh-CN" };
const files: readonly OutFile[] = [textFile("通知: 第48周", "各位同事\n"), textFile("通知 第48周", "另一份")];

/** Makes a table, and files to go with it. */
const withFiles = defineCommand({
  id: "test-files",
  stage: "prepare",
  title: "command-check-workbook",
  help: "help-check-workbook",
  input: {},
  reads: () => ({ tables: [], documents: [] }),
  decide: () => ({ patch: [{ kind: "table", table: "topics" }], report: [message("pick-from-list")], problems: [], files }),
});

describe("the files of a command", () => {
  it("come with what it did, and with its preview; a refusal of the host leaves none", async () => {
    const host = new DeskHost(new Workbook());
    expect((await run(host, withFiles, {}, context, { dryRun: true })).files).toEqual(files);
    const refusing = new DeskHost(new Workbook());
    refusing.apply = () => ({ applied: 0, stale: [], refused: { code: "workbook-newer", params: {} } });
    const refused = await run(refusing, withFiles, {}, context);
    expect(refused.problems.map(({ code }) => code)).toEqual(["workbook-newer"]);
    expect(refused.files).toBeUndefined();
    const done = await run(host, withFiles, {}, context);
    expect(done.edits).toBeGreaterThan(0);
    expect(done.files).toEqual(files);
  });

  describe("are written by the command line", () => {
    const folder = mkdtempSync(join(tmpdir(), "concord-files-"));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it("under names that differ, and never over another file", async () => {
      const paths = await saveFiles(files, join(folder, "to"));
      expect(paths.map((path) => path.slice(folder.length + 1).replaceAll("\\", "/"))).toEqual([
        "to/通知 第48周.txt",
        "to/通知 第48周 (2).txt",
      ]);
      expect(paths.map((path) => readFileSync(path, "utf8"))).toEqual(["各位同事\n", "另一份"]);
      expect(await saveFiles(files, join(folder, "to"))).toEqual(paths);
      expect(readdirSync(join(folder, "to"))).toHaveLength(2);
      expect(existsSync(join(folder, "通知 第48周.txt"))).toBe(false);
    });
  });
});
