import { ymd } from "../base/plain-date.ts";
import type { RowOf } from "../tables/field.ts";
import type { tables } from "../tables/tables.ts";
import { orderBook } from "./order-book.ts";
import { families, forecastOf, products } from "./products.ts";
import { HORIZON, type Scene } from "./scene.ts";

export function forecastRows(scene: Scene): Partial<RowOf<typeof tables.forecast>>[] {
  return products.flatMap((product) =>
    Array.from({ length: HORIZON }, (_, offset) => ({
      product: product.code,
      period: scene.week(offset),
      quantity: forecastOf(product, offset, scene),
      customer: "",
      region: scene.say(families[product.family].region),
      note: scene.share(offset) < 1 ? scene.say({ zh: "含节假日，按工作日折减", en: "Holiday week, reduced by its days off" }) : "",
    })),
  );
}

export function orderRows({ say, monday, dayIn, calendar }: Scene): Partial<RowOf<typeof tables.orders>>[] {
  return orderBook.flatMap(({ customer, placed, priority, closed, lines }, index) => {
    const { year, month } = ymd(monday(-placed));
    const no = `XS${String(year % 100)}${two(month)}-${two(index + 11)}`;
    return lines.map(({ product, ordered, shipped, due: [week, weekday], promisedLater = 0, note }, position) => {
      const due = dayIn(week, weekday);
      return {
        no,
        line: (position + 1) * 10,
        customer: say(customer),
        product,
        ordered,
        shipped,
        due,
        promised: calendar.addWorkdays(due, promisedLater),
        priority,
        closed: closed ?? false,
        note: note ? say(note) : "",
      };
    });
  });
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
