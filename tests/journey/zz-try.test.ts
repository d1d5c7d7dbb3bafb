import { writeFileSync } from "node:fs";
import { it } from "vitest";
import { parseIso, say } from "/work/main/core/index.ts";
import { DeskHost } from "/work/main/desk/host/desk-host.ts";
import { newBook, openExcel } from "/work/main/tests/support/office/open-excel.ts";
import { Player } from "/work/main/tests/support/quarter-player.ts";
import { quarter } from "/work/main/tests/support/quarter-script.ts";
import { rowsOf } from "/work/main/tests/support/rows-of.ts";

it("q", async () => {
  const p = process.env.Q === "excel" ? new Player((w) => openExcel(w).host, newBook()) : new Player((w) => new DeskHost(w), newBook());
  const t = Date.now();
  try {
    await p.play(quarter);
  } finally {
    console.log("ms", Date.now() - t, p.played.length);
    const out: Record<string, unknown> = {};
    for (const table of [
      "meetings",
      "topics",
      "openQuestions",
      "resolutions",
      "actions",
      "attendance",
      "distribution",
      "archive",
      "papers",
      "log",
    ] as const)
      out[table] = await rowsOf(p.workbook, table, "zh-CN", parseIso("2026-03-31")!);
    out.runs = p.played.map(
      ({ step, outcome }) =>
        `${step.day} ${step.run} ${JSON.stringify(step.input)} edits ${outcome.edits} :: ${outcome.problems.map(({ severity, code, params }) => `${severity} ${code} ${JSON.stringify(params)}`).join(" | ")} :: ${outcome.report.map((r) => say("zh-CN", r.code, r.params)).join(" ")}`,
    );
    writeFileSync("/tmp/quarter.json", JSON.stringify(out, null, 1));
  }
}, 300000);
