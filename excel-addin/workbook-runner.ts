import type { Context } from "../core/index.ts";
import { localRunner } from "../pane/local-runner.ts";
import type { Runner } from "../pane/runner.ts";
import { ExcelHost } from "./host/excel-host.ts";
import { troubleOf } from "./trouble.ts";

/** All that works on the workbook: loaded while the pane already shows, since it is as large as the pane itself. */
export function workbookRunner(contextNow: () => Context): Runner {
  return localRunner({ host: new ExcelHost(), contextNow, troubleOf });
}
