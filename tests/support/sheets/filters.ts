import type { Sheet } from "../../../desk/workbook/sheet.ts";
import { ServiceException } from "./kernel.ts";
import type { Run } from "./run.ts";

export function filterObject(run: Run, sheet: Sheet): object {
  return run.kernel.serve("Spreadsheet.Filter", {
    getRange: () => run.objects.range(sheet, sheet.filter?.area ?? gone()),
    remove: () => {
      delete sheet.filter;
      sheet.changed.add("tables");
    },
  });
}

function gone(): never {
  throw new ServiceException("The filter is no longer there.");
}
