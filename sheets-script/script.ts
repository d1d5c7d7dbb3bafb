/** What the script is made of: by these names anything else can drive it that is bound to the same spreadsheet. */
export { commandById, run, undo, writesAtOnce } from "../core/index.ts";
/** Everything that a top-level function hands on to. */
export { workDaily } from "./daily/daily-work.ts";
export { compute } from "./functions/compute.ts";
export { SheetsHost } from "./host/sheets-host.ts";
export { undoManner } from "./manner.ts";
export { makeMenu } from "./menu/menu.ts";
export { showSidebar } from "./menu/pages.ts";
export { press, pressSendWaiting, pressUndo } from "./menu/press.ts";
export { serve } from "./server/serve.ts";
