import type { Validation } from "../../../core/index.ts";
import { same } from "../../workbook/same.ts";
import type { Sheet } from "../../workbook/sheet.ts";
import { without } from "../../xlsx/references.ts";
import type { EditOf } from "./edit-of.ts";

export function validate(sheet: Sheet, edit: EditOf<"validate">): void {
  for (const validation of edit.validations) {
    if (sheet.validations.some((each) => same(each, validation))) continue;
    sheet.validations = [...sheet.validations.flatMap((each) => spare(each, validation)), validation];
    sheet.changed.add("validations");
  }
}

/** What is left of a validation where another takes some of its cells: itself, less of it, or nothing. */
function spare(validation: Validation, taker: Validation): Validation[] {
  const areas = taker.areas.reduce((left, hole) => left.flatMap((area) => without(area, hole)), validation.areas);
  return areas.length === 0 ? [] : [{ ...validation, areas }];
}
