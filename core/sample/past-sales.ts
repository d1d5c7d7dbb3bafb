import { ymd } from "../base/plain-date.ts";
import type { RowOf } from "../tables/field.ts";
import type { tables } from "../tables/tables.ts";
import type { Named } from "../words/language.ts";
import { orderBook } from "./order-book.ts";
import { type FamilyCode, families, products, type SampleProduct } from "./products.ts";
import { at, PAST_WEEKS, type Scene } from "./scene.ts";

/** What was sold, in hundredths of what was forecast; the rows take them in turn. Some are far off, as they are. */
const sold = [104, 93, 110, 98, 86, 101, 118, 95, 107, 81, 99, 124, 90] as const;

/** Who takes a family week by week, beside the orders of the order book. */
const dealers: Readonly<Record<FamilyCode, Named>> = {
  QX: { zh: "县乡经销商（周补货）", en: "County dealers (weekly)" },
  WQ: { zh: "工程经销商（周补货）", en: "Project dealers (weekly)" },
  ZB: { zh: "五金经销商（周补货）", en: "Hardware dealers (weekly)" },
  BP: { zh: "物业服务商（周补货）", en: "Property services (weekly)" },
  JD: { zh: "海外仓（周补货）", en: "Warehouses abroad (weekly)" },
};

const weeks = Array.from({ length: PAST_WEEKS }, (_, index) => index - PAST_WEEKS);

/** The forecast of the weeks that are over, as it stood before them: the ordinary week's, in tens. */
function forecastThen({ weekly }: SampleProduct, week: number, { share }: Scene): number {
  return Math.round((weekly * share(week)) / 10) * 10;
}

export function pastForecastRows(scene: Scene): Partial<RowOf<typeof tables.forecast>>[] {
  return products.flatMap((product) =>
    weeks.map((week) => ({
      product: product.code,
      period: scene.week(week),
      quantity: forecastThen(product, week, scene),
      customer: "",
      region: scene.say(families[product.family].region),
      note: "",
    })),
  );
}

/** What dealers called off in the weeks that are over, delivered and closed: with the order book it comes to all that was sold. */
export function pastOrderRows(scene: Scene): Partial<RowOf<typeof tables.orders>>[] {
  return weeks.flatMap((week) =>
    Object.entries(dealers).flatMap(([family, dealer], index) => {
      const due = scene.dayIn(week, 5);
      const { year, month } = ymd(scene.monday(week));
      const no = `XS${String(year % 100)}${String(month).padStart(2, "0")}-Z${String((week + PAST_WEEKS) * 5 + index + 1).padStart(2, "0")}`;
      return products
        .filter((product) => product.family === family && scene.share(week) > 0)
        .flatMap((product) => {
          const percent = at(sold, (products.indexOf(product) * 5 + (week + PAST_WEEKS) * 3) % sold.length);
          const wanted = Math.round((forecastThen(product, week, scene) * percent) / 1000) * 10;
          const ordered = wanted - inOrderBook(product.code, week);
          return ordered > 0 ? [{ product: product.code, ordered }] : [];
        })
        .map(({ product, ordered }, position) => ({
          no,
          line: (position + 1) * 10,
          customer: scene.say(dealer),
          product,
          ordered,
          shipped: ordered,
          due,
          promised: due,
          priority: 3,
          closed: true,
          note: "",
        }));
    }),
  );
}

function inOrderBook(product: string, week: number): number {
  const lines = orderBook.flatMap((order) => order.lines).filter((line) => line.product === product && line.due[0] === week);
  return lines.reduce((sum, { ordered }) => sum + ordered, 0);
}
