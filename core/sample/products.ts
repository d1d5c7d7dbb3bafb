import type { RowOf } from "../tables/field.ts";
import type { tables } from "../tables/tables.ts";
import type { Named } from "../words/language.ts";
import { at, type Scene } from "./scene.ts";

export type FamilyCode = "QX" | "WQ" | "ZB" | "BP" | "JD";
export type LineCode = "A" | "B" | "C" | "D";

export interface SampleProduct {
  readonly code: string;
  readonly family: FamilyCode;
  readonly power: string;
  /** Pieces a week that the market takes in an ordinary week. */
  readonly weekly: number;
  readonly safety: number;
  readonly lot: number;
  readonly hours: number;
  readonly opening: number;
}

interface SampleFamily extends Named {
  readonly product: Named;
  readonly line: LineCode;
  readonly otherLine: string;
  readonly region: Named;
  /** Forecast of the 13 weeks, in hundredths of the ordinary week. */
  readonly season: readonly number[];
}

const domestic: Named = { zh: "国内", en: "Domestic" };
const overseas: Named = { zh: "出口", en: "Export" };

export const families: Readonly<Record<FamilyCode, SampleFamily>> = {
  QX: {
    zh: "QX 小型潜水泵",
    en: "QX submersible pumps",
    product: { zh: "小型潜水泵", en: "Submersible pump" },
    line: "A",
    otherLine: "B",
    region: domestic,
    season: [98, 98, 100, 100, 102, 102, 104, 104, 106, 106, 104, 102, 100],
  },
  WQ: {
    zh: "WQ 污水泵",
    en: "WQ sewage pumps",
    product: { zh: "污水潜水泵", en: "Sewage pump" },
    line: "B",
    otherLine: "A",
    region: domestic,
    season: [100, 100, 98, 98, 96, 96, 98, 100, 100, 102, 102, 104, 104],
  },
  ZB: {
    zh: "ZB 自吸增压泵",
    en: "ZB booster pumps",
    product: { zh: "自吸增压泵", en: "Self-priming booster pump" },
    line: "C",
    otherLine: "",
    region: domestic,
    season: [104, 104, 102, 100, 100, 98, 96, 96, 96, 98, 98, 100, 100],
  },
  BP: {
    zh: "BP 变频恒压泵",
    en: "BP variable-speed pumps",
    product: { zh: "变频恒压泵", en: "Variable-speed pump" },
    line: "D",
    otherLine: "",
    region: domestic,
    season: [98, 98, 100, 100, 100, 102, 102, 102, 104, 104, 104, 106, 106],
  },
  JD: {
    zh: "JD 花园喷射泵",
    en: "JD garden jet pumps",
    product: { zh: "花园喷射泵", en: "Garden jet pump" },
    line: "C",
    otherLine: "",
    region: overseas,
    season: [94, 94, 96, 96, 98, 98, 100, 102, 104, 104, 106, 106, 106],
  },
};

type ProductLine = readonly [code: string, power: string, weekly: number, safety: number, lot: number, hours: number, opening: number];

const list: readonly ProductLine[] = [
  ["QX-250", "250 W", 320, 200, 40, 0.033, 420],
  ["QX-370", "370 W", 420, 260, 40, 0.036, 540],
  ["QX-550", "550 W", 360, 220, 40, 0.04, 470],
  ["QX-750", "750 W", 240, 150, 40, 0.045, 300],
  ["QX-1100", "1.1 kW", 160, 100, 20, 0.053, 210],
  ["QX-1500", "1.5 kW", 100, 60, 20, 0.062, 140],
  ["WQ-750", "750 W", 150, 100, 20, 0.052, 200],
  ["WQ-1100", "1.1 kW", 120, 80, 20, 0.058, 160],
  ["WQ-1500", "1.5 kW", 110, 90, 20, 0.066, 130],
  ["WQ-2200", "2.2 kW", 70, 50, 10, 0.08, 95],
  ["WQ-3000", "3.0 kW", 40, 30, 10, 0.1, 420],
  ["ZB-125", "125 W", 500, 300, 50, 0.02, 3600],
  ["ZB-250", "250 W", 380, 240, 50, 0.024, 520],
  ["ZB-370", "370 W", 300, 180, 50, 0.028, 400],
  ["ZB-550", "550 W", 160, 100, 20, 0.032, 210],
  ["ZB-750", "750 W", 120, 80, 20, 0.036, 170],
  ["BP-600", "600 W", 140, 100, 20, 0.066, 60],
  ["BP-900", "900 W", 130, 80, 20, 0.072, 180],
  ["BP-1100", "1.1 kW", 110, 60, 10, 0.08, 110],
  ["BP-1500", "1.5 kW", 60, 40, 10, 0.092, 85],
  ["JD-600", "600 W", 180, 100, 20, 0.034, 240],
  ["JD-800", "800 W", 260, 150, 20, 0.038, 310],
  ["JD-1000", "1.0 kW", 160, 100, 20, 0.042, 220],
  ["JD-1200", "1.2 kW", 90, 60, 10, 0.048, 125],
];

export const products: readonly SampleProduct[] = list.map(([code, power, weekly, safety, lot, hours, opening]) => ({
  code,
  family: code.slice(0, 2) as FamilyCode,
  power,
  weekly,
  safety,
  lot,
  hours,
  opening,
}));

/** What sales expects of a product in a week: the season, less in holiday weeks, in tens. */
export function forecastOf(product: SampleProduct, offset: number, { share }: Pick<Scene, "share">): number {
  const percent = at(families[product.family].season, offset);
  return Math.round((product.weekly * percent * share(offset)) / 1000) * 10;
}

export function productRows({ say }: Scene): Partial<RowOf<typeof tables.products>>[] {
  return products.map(({ code, family, power, safety, lot, hours }) => {
    const { product, line, otherLine } = families[family];
    return {
      product: code,
      name: `${say(product)} ${power}`,
      family: say(families[family]),
      unit: say({ zh: "台", en: "pc" }),
      safetyStock: safety,
      minimumLot: lot,
      lotMultiple: lot,
      maximumCover: 4,
      line,
      hoursPerUnit: hours,
      otherLines: otherLine,
      active: true,
    };
  });
}
