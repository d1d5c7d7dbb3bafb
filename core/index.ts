/** The only door to core. */

export type { AllocationProposal, AllocationRequest, AllocationTask } from "./balance/allocation.ts";
export type {
  Balance,
  BalanceProblem,
  ComponentCoverage,
  FamilyTotal,
  LineLoad,
  ProductBalance,
  Quantities,
} from "./balance/balance.ts";
export { computeBalance } from "./balance/compute-balance.ts";
export type { Effect, Gap, Imbalance, ImbalanceKind, Suggestion, SuggestionKind, Why, WhyOrder } from "./balance/imbalance.ts";
export type { LinearProgram, Solution } from "./balance/linear-program.ts";
export type { PlanChange } from "./balance/plan-change.ts";
export type { BalanceRules, Period, PlanningData, PlanningTable, Product, Span } from "./balance/planning-data.ts";
export { hashText } from "./base/hash.ts";
export { chain, type MaybePromise } from "./base/maybe-promise.ts";
export { type CellPlace, cellAddress, columnLetters, columnOf, quoteSheet } from "./base/place.ts";
export {
  type Day,
  dayOf,
  fromSerial,
  type Minutes,
  parseIso,
  toIso,
  toSerial,
  toTime,
  type Weekday,
  weekdayOf,
} from "./base/plain-date.ts";
export { commandById, commands } from "./commands/registry.ts";
export { base64 } from "./files/base64.ts";
export { cleanLine, cleanText } from "./files/clean-text.ts";
export {
  type Addressee,
  addressKey,
  type Delivery,
  type DeliveryState,
  planDelivery,
} from "./files/delivery.ts";
export { type Mail, mailFile } from "./files/mail-file.ts";
export { fileName, type OutFile, plainBytes, wordFile } from "./files/out-file.ts";
export type { Recipient } from "./files/person-address.ts";
export { shownText } from "./files/shown-text.ts";
export { offsetOf } from "./files/time-zone.ts";
export { utf8 } from "./files/utf8.ts";
export { type Fault, isFault, sayFault } from "./functions/fault.ts";
export { type Argument, argumentKinds, type Parameter } from "./functions/parameter.ts";
export { type Answer, type AnswerCell, answer, type SheetFunction } from "./functions/sheet-function.ts";
export { sheetFunctions } from "./functions/sheet-functions.ts";
export { rowHeight } from "./layout/fit.ts";
export { documentAsItStands } from "./meeting/documents-as-they-stand.ts";
export { type Outlook, type ProposedPlan, proposedPlan } from "./planning/plan-proposal.ts";
export { writesAtOnce } from "./register/at-once.ts";
export { settingProblem } from "./register/setting-values.ts";
export type { Command, Context } from "./run/command.ts";
export type { PreviewLine } from "./run/draft.ts";
export type { Outcome } from "./run/outcome.ts";
export { commandSchema } from "./run/read-input.ts";
export { readSnapshot } from "./run/read-snapshot.ts";
export { type RunOptions, run } from "./run/run.ts";
export { undo } from "./run/undo.ts";
export type { Undo } from "./run/undo-data.ts";
export { see, type ViewInput } from "./run/view.ts";
export type { Watch } from "./run/watch.ts";
export { showValue } from "./tables/cell-values.ts";
export { choiceSet } from "./tables/choices.ts";
export { type Field, type Fields, isUnnamedTable, nativeName, type Value } from "./tables/field.ts";
export { noteIn } from "./tables/setting.ts";
export { type SettingCode, settingCodes, settingOf } from "./tables/setting-list.ts";
export { type TableId, tableIds, tableOf } from "./tables/tables.ts";
export { type Light, lightWords } from "./tracking/light.ts";
export { tableRows } from "./tracking/table-rows.ts";
export type { ActionLine, ActionsView, PastEvent } from "./view/actions-view.ts";
export type { BalanceView, ImbalanceLine } from "./view/balance-view.ts";
export type { CountedLine, DashboardChart, DashboardTile, DashboardView, ShownFigure } from "./view/dashboard-view.ts";
export type { Duty, MeetingPart, Offer } from "./view/duty.ts";
export type { ListEntry, ListsView } from "./view/lists-view.ts";
export type { AgendaLine, PaperLine, TopicLine } from "./view/meeting-agenda.ts";
export type { MeetingCard } from "./view/meeting-at-hand.ts";
export type { Filed, MeetingDocument, Sending } from "./view/meeting-papers.ts";
export type { PersonLine } from "./view/meeting-people.ts";
export type { MeetingStep } from "./view/meeting-steps.ts";
export type { MeetingDetail, MeetingHead, MeetingView } from "./view/meeting-view.ts";
export type { DocumentLine, MeetingLine, RegisterView } from "./view/register-view.ts";
export type { SettingLine, SettingsView } from "./view/settings-view.ts";
export type { ChangeLine, SinceMeeting } from "./view/since-meeting.ts";
export { type ViewId, type Views, views } from "./view/views.ts";
export type { WeekView } from "./view/week-view.ts";
export { everyWord } from "./words/every-word.ts";
export { type Language, nameIn } from "./words/language.ts";
export { fill, learn, type Message, message, type Problem, problem, say, sayProblem, type WordKey } from "./words/message.ts";
export { type Area, type CellError, type CellInput, type CellValue, formulaIn, isCellError, valueIn } from "./workbook/cells.ts";
export { type Chart, type ChartRange, type ChartSeries, OUR_CHARTS, rangesOf, type ValueAxis } from "./workbook/chart.ts";
export {
  type Edit,
  type EditKind,
  type Group,
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
  type Manner,
  type Receipt,
  type SheetCells,
  type SheetFacts,
  type Survey,
  type Watch as HostWatch,
} from "./workbook/host.ts";
export { joinAreas } from "./workbook/join-areas.ts";
export { originOf, type RowMove } from "./workbook/row-origin.ts";
export type { LayoutCell, LayoutRow, SheetLayout } from "./workbook/sheet-layout.ts";
export { tableIn } from "./workbook/snapshot.ts";
export { notedLanguage, STATE_SHEET } from "./workbook/state.ts";
export { textTooLong } from "./workbook/text-too-long.ts";
