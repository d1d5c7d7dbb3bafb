import { expect } from "vitest";
import type { SheetLayout } from "../../core/index.ts";
import { documentAsItStands } from "../../core/meeting/documents-as-they-stand.ts";
import { readSnapshot } from "../../core/run/read-snapshot.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import { type Planner, serial } from "../journey/planner.ts";

const LONG = "完成 KX-200 系列伺服驱动器第四季度排产调整，并与销售部、采购部逐一核对在手订单、欠料清单和到料日期";

/** What people do to a minutes sheet: rows inserted without merged cells, moved, deleted, dates overtyped, a remark below. */
export function workOn(planner: Planner): void {
  const minutes = planner.minutes();
  const topic = minutes.spare("topics");
  minutes.type("topics", topic, {
    topic: "缺料 & 换型 <急>",
    discussion: `${LONG}\n第二行`,
    resolution: LONG,
    department: "采购部",
    due: serial("2026-12-04"),
  });
  for (let count = 0; count < 12; count++) {
    const row = minutes.insertBelow(topic + count);
    minutes.type("topics", row, { topic: `插入的议题 ${count + 1}`, discussion: LONG }, 1);
    minutes.type("topics", row, { due: serial("2026-12-07") + count });
  }
  const balance = minutes.spare("balance");
  minutes.type("balance", balance, { product: "QX-370 泵", opening: 1234.5, demand: -4344.5, load: 0.925 });
  const { sheet } = minutes;
  const strike = (row: number): unknown => new DeskHost(planner.workbook).apply([{ kind: "deleteRows", sheet: sheet.name, row, count: 1 }]);
  strike(minutes.rows("review:")[1] ?? 0);
  const moved = minutes.row("topics:CX-2026-W46-1-T4");
  minutes.copyBelow(moved, moved + 6);
  strike(moved);
  for (const [field, date] of [
    ["date", "2026-11-26"],
    ["nextDate", "2026-12-03"],
  ] as const) {
    minutes.head(field, serial(date));
    // As programs do by themselves where a date is typed.
    const row = minutes.row(field === "date" ? "head:2" : "next:0");
    sheet.format({ row, column: 3, rows: 1, columns: 1 }, { numberFormat: "yyyy-mm-dd" });
  }
  minutes.head("attendees", Array.from({ length: 40 }, (_, index) => `部门${index % 9}：与会人员${index}`).join("、"));
  sheet.setValue(sheet.used().rows + 1, 2, "手写：样机下周到");
}

export async function standingMinutes(planner: Planner): Promise<SheetLayout> {
  const id = `minutes:${planner.minutes().marker(0).split(" ")[1]}`;
  const snapshot = await readSnapshot(new DeskHost(planner.workbook), () => ({ tables: ["settings"], documents: [id] }), planner.language);
  return documentAsItStands(snapshot, id) ?? expect.fail("no minutes");
}
