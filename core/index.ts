/** The only door to core. */
export { chain, type MaybePromise } from "./base/maybe-promise.ts";
export { type CellPlace, cellAddress, columnLetters, quoteSheet } from "./base/place.ts";
export { type Day, dayOf, type Minutes, parseIso, toIso, toSerial } from "./base/plain-date.ts";
export { commandById, commands } from "./commands/registry.ts";
export { rowHeight } from "./layout/fit.ts";
export type { Command, Context } from "./run/command.ts";
export type { PreviewLine } from "./run/draft.ts";
export { commandSchema } from "./run/read-input.ts";
export { readSnapshot } from "./run/read-snapshot.ts";
export { type Outcome, run } from "./run/run.ts";
export { see } from "./run/view.ts";
export type { Watch } from "./run/watch.ts";
export { showValue } from "./tables/cell-values.ts";
export { type Field, nativeName } from "./tables/field.ts";
export { type TableId, tableIds, tableOf } from "./tables/tables.ts";
export { tableRows } from "./tracking/table-rows.ts";
export type { ActionLine, ActionsView } from "./view/actions-view.ts";
export type { DocumentLine, MeetingLine, RegisterView } from "./view/register-view.ts";
export type { SettingLine, SettingsView } from "./view/settings-view.ts";
export type { ViewId, Views } from "./view/views.ts";
export type { Duty, MeetingCard, WeekView } from "./view/week-view.ts";
export { type Language, nameIn } from "./words/language.ts";
export { type Message, message, type Problem, problem, say, sayProblem, type WordKey } from "./words/message.ts";
export { type Area, type CellError, type CellInput, type CellValue, isCellError } from "./workbook/cells.ts";
export {
  type Edit,
  type EditKind,
  type Highlight,
  type LineStyle,
  MARK,
  type PageSetup,
  type Style,
  type Validation,
  type ValidationRule,
  type Visibility,
} from "./workbook/edits.ts";
export {
  formulaKey,
  HEAD_COLUMNS,
  HEAD_ROWS,
  type Host,
  type Receipt,
  type SheetCells,
  type SheetFacts,
  type Survey,
} from "./workbook/host.ts";
export { tableIn } from "./workbook/snapshot.ts";
