import type { RowOf } from "../tables/field.ts";
import type { tables } from "../tables/tables.ts";
import type { Named } from "../words/language.ts";
import { maintenanceOfLineB } from "./organisation.ts";
import { families, forecastOf, type LineCode, products, type SampleProduct } from "./products.ts";
import { at, HORIZON, PAST_WEEKS, type Scene, workdaysFrom } from "./scene.ts";

const lines: readonly {
  readonly line: LineCode;
  readonly name: Named;
  readonly workshop: Named;
  readonly hours: number;
  readonly efficiency: number;
}[] = [
  {
    line: "A",
    name: { zh: "A 线 潜水泵总装", en: "Line A, submersible pumps" },
    workshop: { zh: "总装一车间", en: "Assembly shop 1" },
    hours: 80,
    efficiency: 0.94,
  },
  {
    line: "B",
    name: { zh: "B 线 污水泵总装", en: "Line B, sewage pumps" },
    workshop: { zh: "总装一车间", en: "Assembly shop 1" },
    hours: 40,
    efficiency: 0.92,
  },
  {
    line: "C",
    name: { zh: "C 线 增压泵、喷射泵总装", en: "Line C, booster and jet pumps" },
    workshop: { zh: "总装二车间", en: "Assembly shop 2" },
    hours: 80,
    efficiency: 0.95,
  },
  {
    line: "D",
    name: { zh: "D 线 变频泵总装及老化", en: "Line D, variable-speed pumps, burn-in" },
    workshop: { zh: "总装二车间", en: "Assembly shop 2" },
    hours: 40,
    efficiency: 0.94,
  },
];

interface Change {
  readonly product: string;
  readonly week: number;
  readonly pieces: number;
  readonly note: Named;
}

const dieRepair: Named = { zh: "定子冲模修模，减产", en: "Stator die under repair, output reduced" };
const boards: Named = { zh: "变频控制板欠料，减产", en: "Control boards short, output reduced" };
const casings: Named = { zh: "铸件砂眼，可用泵壳不足", en: "Porous castings, too few good casings" };
const prebuild: Named = { zh: "为旺季提前备货", en: "Built ahead of the season" };
const catchUp: Named = { zh: "控制板到料后补产", en: "Made up once boards arrive" };
const lessStock: Named = { zh: "消化库存，减产", en: "Reduced to use up stock" };

/** Where the plan departs from what the forecast asks: the imbalances the meeting has to talk about. */
const changes: readonly Change[] = [
  { product: "QX-750", week: 1, pieces: -120, note: dieRepair },
  { product: "QX-750", week: 2, pieces: -120, note: dieRepair },
  { product: "QX-370", week: 4, pieces: 600, note: prebuild },
  { product: "QX-370", week: 7, pieces: -280, note: lessStock },
  { product: "QX-370", week: 8, pieces: -280, note: lessStock },
  { product: "WQ-1500", week: 1, pieces: -80, note: casings },
  { product: "BP-1100", week: 1, pieces: -70, note: boards },
  { product: "BP-1100", week: 2, pieces: -70, note: boards },
  { product: "BP-1100", week: 3, pieces: -70, note: boards },
  { product: "BP-1100", week: 6, pieces: 140, note: catchUp },
  { product: "ZB-125", week: 1, pieces: -100, note: lessStock },
  { product: "ZB-125", week: 2, pieces: -100, note: lessStock },
];

/** Shares of the past plans that were made, in hundredths; the rows take them in turn. */
const attained = [100, 97, 102, 100, 88, 95, 100, 93, 101, 98, 100];

export function planRows(scene: Scene): Partial<RowOf<typeof tables.productionPlan>>[] {
  return products.flatMap((product, index) => {
    const planned = plannedQuantities(product, scene);
    const past = Array.from({ length: PAST_WEEKS }, (_, week) => {
      const quantity = toLots(product.weekly * scene.share(week - PAST_WEEKS), product.lot);
      const actual = Math.round((quantity * at(attained, (index * 3 + week * 5) % attained.length)) / 100);
      return planRow(product, scene.week(week - PAST_WEEKS), quantity, actual);
    });
    const ahead = planned.map((quantity, offset) => {
      const change = changes.find(({ product: code, week }) => code === product.code && week === offset);
      return {
        ...planRow(product, scene.week(offset), quantity, null),
        note: change && scene.share(offset) > 0 ? scene.say(change.note) : "",
      };
    });
    return [...past, ...ahead];
  });
}

export function stockRows({ say, calendar, monday }: Scene): Partial<RowOf<typeof tables.stock>>[] {
  const asOf = calendar.previousWorkday(monday(0) - 1);
  return products.flatMap(({ code, opening, lot }, index) => {
    // Every third product has a part at the shipping warehouse, of which a little is held back by inspection.
    const away = index % 3 === 0 ? toLots(opening / 4, lot) : 0;
    const held = index % 6 === 0 ? 6 : 0;
    const row = (warehouse: Named, onHand: number, blocked: number) => ({
      product: code,
      warehouse: say(warehouse),
      onHand: onHand + blocked,
      usable: onHand,
      asOf,
      note: blocked > 0 ? say({ zh: "待检冻结", en: "Held for inspection" }) : "",
    });
    const home = row({ zh: "成品仓", en: "Finished goods" }, opening - away, 0);
    return away > 0 ? [home, row({ zh: "港前仓", en: "Port warehouse" }, away, held)] : [home];
  });
}

export function lineRows({ say }: Scene): Partial<RowOf<typeof tables.lines>>[] {
  return lines.map(({ line, name, workshop, hours, efficiency }) => ({
    line,
    name: say(name),
    workshop: say(workshop),
    hoursPerWeek: hours,
    efficiency,
  }));
}

export function capacityRows(scene: Scene): Partial<RowOf<typeof tables.capacity>>[] {
  const stop = maintenanceOfLineB(scene);
  return lines.flatMap(({ line, hours }) =>
    Array.from({ length: HORIZON }, (_, offset) => {
      const days = workdaysFrom(scene.monday(offset), scene.calendar);
      const worked = line === "B" ? days.filter((day) => day < stop.from || day > stop.to) : days;
      const stopped = days.length - worked.length;
      return {
        line,
        period: scene.week(offset),
        hours: (hours / 5) * worked.length,
        note: capacityNote(scene, worked.length, stopped),
      };
    }),
  );
}

function capacityNote({ say }: Scene, worked: number, stopped: number): string {
  if (stopped > 0) return say({ zh: `年度检修停产 ${stopped} 天`, en: `Yearly maintenance, days without production: ${stopped}` });
  return worked === 5 ? "" : say({ zh: `本周工作 ${worked} 天`, en: `Working days this week: ${worked}` });
}

/** The plan follows the forecast in whole lots, so that stock neither grows nor falls, then the changes. */
function plannedQuantities(product: SampleProduct, scene: Scene): number[] {
  let asked = 0;
  let given = 0;
  return Array.from({ length: HORIZON }, (_, offset) => {
    asked += forecastOf(product, offset, scene);
    const lots = Math.max(0, toLots(asked - given, product.lot));
    given += lots;
    const change = changes.find(({ product: code, week }) => code === product.code && week === offset);
    const pieces = Math.round(((change?.pieces ?? 0) * scene.share(offset)) / 10) * 10;
    return Math.max(0, lots + pieces);
  });
}

function planRow({ code, family }: SampleProduct, period: string, planned: number, actual: number | null) {
  return { product: code, period, line: families[family].line, planned, actual, note: "" };
}

function toLots(quantity: number, lot: number): number {
  return Math.ceil(quantity / lot - 1e-9) * lot;
}
