import type { Area } from "../../../core/index.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import { type ExcelObject, invalid } from "./excel-object.ts";

interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

const places = new WeakMap<ExcelObject, Place>();

/** Notes where a range stands, for when it is given as an argument. */
export function placed(range: ExcelObject, place: Place): ExcelObject {
  places.set(range, place);
  return range;
}

/** Where a range given as an argument stands. */
export function areaOf(range: unknown): Place {
  return places.get(range as ExcelObject) ?? invalid("something else than a range");
}
