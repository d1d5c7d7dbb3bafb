import { base64, type Context, fileName, type OutFile, type Problem } from "../core/index.ts";
import { localRunner } from "../pane/local-runner.ts";
import type { Runner } from "../pane/runner.ts";
import { workbookPdf } from "./export/pdf.ts";
import { ExcelHost } from "./host/excel-host.ts";
import { troubleOf } from "./trouble.ts";

/** All that works on the workbook: loaded while the pane already shows, since it is as large as the pane itself. */
export function workbookRunner(contextNow: () => Context): Required<Runner> {
  return { ...localRunner({ host: new ExcelHost(), contextNow, troubleOf }), pdf };
}

async function pdf(): Promise<OutFile | Problem> {
  const made = await workbookPdf(Office.context.document);
  if (!made.ok) return made.problem;
  return {
    name: fileName(titleOf(Office.context.document.url), "pdf"),
    mime: "application/pdf",
    kind: "bytes",
    base64: base64(made.bytes),
  };
}

/** The workbook's name without folder and ending; a new one has no address yet. */
function titleOf(url: string | null | undefined): string {
  const last = (url ?? "").split(/[\\/]/).at(-1) ?? "";
  return last.replace(/\.[^.]*$/, "");
}
