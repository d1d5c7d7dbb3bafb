import { describe, expect, it } from "vitest";
import { type Outcome, tableIds, tableRows } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf, differences } from "../support/book.ts";
import { openExcel } from "../support/office/open-excel.ts";
import { contextOn, snapshotOf } from "../support/registers.ts";
import { acts, THEIRS } from "./acts.ts";
import { toldOf } from "./break-off.ts";
import { cases, runCase } from "./cases.ts";

function sayings(book: Workbook, today: number): string[] {
  const snapshot = snapshotOf(book, tableIds);
  return tableIds
    .filter((id) => id !== "log" && snapshot.tables.has(id))
    .flatMap((id) => (tableRows(snapshot, id, contextOn(today)) as any[]).map((r) => `${id} ${JSON.stringify(r)}`))
    .sort();
}
function theirs(book: Workbook): string[] {
  return book.sheets
    .flatMap((s) =>
      s.name.startsWith("_")
        ? []
        : [...s.cells].flatMap(([r, l]) =>
            [...l].flatMap(([c, x]) => (String(x.value).includes(THEIRS) ? [`${s.name} ${c} ${x.value}`] : [])),
          ),
    )
    .sort();
}
const which = process.env.ONLY ?? "";
it("explore", async () => {
  for (const c of cases) {
    if (
      ![
        "record-minutes minutes filled in by hand",
        "refresh-tracking rows typed into the sample",
        "decompose-resolution the sample",
      ].includes(`${c.id} ${c.on}`)
    )
      continue;
    for (const [does, act] of acts) {
      if (!does.includes(which)) continue;
      let found;
      try {
        found = c.open();
        const t = copyOf(found.book);
        act(t);
      } catch (e) {
        console.log("skip", c.id, does);
        continue;
      }
      const serial = copyOf(found.book);
      act(serial);
      await runCase(new DeskHost(serial), found);
      for (const gap of [2, 3, 4]) {
        const e = openExcel(copyOf(found.book));
        let once = false;
        e.bridge.beforeSync = (n) => {
          if (n === gap && !once) {
            once = true;
            act(e.workbook);
          }
        };
        const first = await toldOf(e, found);
        const syncs1 = e.bridge.syncs;
        e.bridge.beforeSync = () => {};
        const second = await toldOf(e, found);
        const d = differences(sayings(serial, found.context.today), sayings(e.workbook, found.context.today));
        const lost = theirs(serial).filter((x) => !theirs(e.workbook).includes(x));
        console.log(
          d.length || lost.length || first.codes.length || second.codes.length ? "!!" : "ok",
          c.id,
          "|",
          does,
          "| gap",
          gap,
          first.codes,
          syncs1,
          second.codes,
          e.bridge.syncs - syncs1,
          lost,
          "\n" + d.map((x) => "    " + x.slice(0, 250)).join("\n"),
        );
      }
    }
  }
}, 3e6);
