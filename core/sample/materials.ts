import { ymd } from "../base/plain-date.ts";
import type { RowOf } from "../tables/field.ts";
import type { tables } from "../tables/tables.ts";
import { type Material, materials, units } from "./material-list.ts";
import { products } from "./products.ts";
import type { Scene } from "./scene.ts";

export function componentRows({ say }: Scene): Partial<RowOf<typeof tables.components>>[] {
  return products.flatMap(({ code: product }) =>
    materials.flatMap((material) => {
      const usage = usageOf(material, product);
      if (usage === null) return [];
      return [
        {
          product,
          component: material.code,
          name: say(material.name),
          unit: say(units[material.unit]),
          usage,
          yield: material.yield,
          stock: material.stock,
          supplier: say(material.supplier),
        },
      ];
    }),
  );
}

export function supplyRows({ say, dayIn, monday }: Scene): Partial<RowOf<typeof tables.supply>>[] {
  const { year, month } = ymd(monday(-3));
  const orders = `CG${year % 100}${String(month).padStart(2, "0")}`;
  return materials.flatMap(({ code, supplier: from, deliveries }, index) =>
    deliveries.map(({ due: [week, weekday], quantity, note }, lot) => ({
      component: code,
      expectedOn: dayIn(week, weekday),
      quantity,
      orderNo: `${orders}-${String(index + 21)}${lot === 0 ? "" : `/${lot + 1}`}`,
      supplier: say(from),
      note: note ? say(note) : "",
    })),
  );
}

function usageOf({ usage }: Material, product: string): number | null {
  const beginnings = Object.keys(usage).filter((beginning) => product.startsWith(beginning));
  const longest = beginnings.sort((one, other) => other.length - one.length)[0];
  return longest === undefined ? null : (usage[longest] ?? null);
}
