import type { CellPlace } from "../base/place.ts";
import type { Day } from "../base/plain-date.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { defineView } from "../run/view.ts";
import { nativeName } from "../tables/field.ts";
import { type TableId, tableIds, tableOf } from "../tables/tables.ts";
import type { Language } from "../words/language.ts";
import { message } from "../words/message.ts";
import { type Snapshot, sheetFacts } from "../workbook/snapshot.ts";
import { SCHEMA_VERSION } from "../workbook/state.ts";
import { attendanceToRecord, signInToMake } from "./attending-duties.ts";
import { type Duty, type DutyFinder, inOrder } from "./duty.ts";
import { meetingToArchive, minutesToApprove, minutesToDistribute } from "./filing-duties.ts";
import { incompleteItems, itemsDueSoon, itemsToVerify, lightsToMake, overdueItems, rowsToNumber, unconfirmedItems } from "./item-duties.ts";
import { type MeetingCard, meetingAtHand, meetingCard } from "./meeting-at-hand.ts";
import { meetingsToPlan, minutesToMake, minutesToRecord, nextMinutesToMake } from "./meeting-duties.ts";
import { ofMeetingsHeld, ofNextMeeting } from "./meeting-work.ts";
import {
  agendaToShorten,
  balanceToCompare,
  headToFill,
  meetingToPrepare,
  noticeToSend,
  papersToCome,
  proposalsToDecide,
  topicsToDecide,
} from "./preparing-duties.ts";
import { remindersToSend } from "./reminder-duties.ts";
import { trackedItems } from "./tracked-items.ts";
import { calendarToFill, schemaOf, workbookToCheck, workbookToUpgrade } from "./workbook-duties.ts";

export interface WeekView {
  /** `none`: no table of a register was found; `own`: tables that a person made; `concord`: Concord made sheets in it. */
  readonly book: "none" | "own" | "concord";
  /** The workbook's. */
  readonly language: Language;
  readonly today: Day;
  /** The tables that were found, for a person who is asked whether to use them; of a `concord` book only those that this view reads. */
  readonly found: readonly { readonly table: TableId; readonly rows: number; readonly at: CellPlace }[];
  readonly meeting: MeetingCard | null;
  /** Most important first. The first with a command is the one that the screen offers as its main button. */
  readonly duties: readonly Duty[];
}

/** What duties are looked for, in the order in which they are done. */
const FINDERS: readonly DutyFinder[] = [
  minutesToRecord,
  ofMeetingsHeld(minutesToApprove),
  ofMeetingsHeld(minutesToDistribute),
  proposalsToDecide,
  ofNextMeeting(meetingToPrepare),
  ofNextMeeting(headToFill),
  ofNextMeeting(topicsToDecide),
  ofNextMeeting(agendaToShorten),
  ofNextMeeting(balanceToCompare),
  ofNextMeeting(papersToCome),
  ofNextMeeting(noticeToSend),
  ofNextMeeting(signInToMake),
  ofMeetingsHeld(attendanceToRecord),
  minutesToMake,
  meetingsToPlan,
  overdueItems,
  remindersToSend,
  itemsDueSoon,
  unconfirmedItems,
  itemsToVerify,
  incompleteItems,
  rowsToNumber,
  lightsToMake,
  nextMinutesToMake,
  ofMeetingsHeld(meetingToArchive),
  workbookToUpgrade,
  calendarToFill,
  workbookToCheck,
];

/** A workbook with none of these is no register. */
const REGISTER: readonly TableId[] = ["series", "meetings", "resolutions", "actions"];
const READ: readonly TableId[] = [...REGISTER, "topics", "openQuestions", "papers", "attendance", "departments", "people", "reminders"];

/** The meeting at hand, and what can be done now. */
export const weekView = defineView<WeekView>({
  id: "week",
  // A workbook that Concord has never worked in is told of whole, once.
  reads: (state) => ({ tables: state.exists ? READ : tableIds, documents: [] }),
  see: (snapshot, context) => {
    const settings = settingsIn(snapshot);
    const calendar = calendarIn(snapshot, settings);
    const row = meetingAtHand(snapshot, context.today, calendar);
    const meeting = row ? meetingCard(snapshot, row, context.today, calendar) : null;
    const items = trackedItems(snapshot, context, calendar, settings);
    return {
      book: bookOf(snapshot),
      language: snapshot.language,
      today: context.today,
      found: [...snapshot.tables.values()].map(({ id, place, rows }) => ({
        table: id,
        rows: rows.length,
        at: { sheet: place.sheet, row: place.headRow, column: place.column },
      })),
      meeting,
      duties: dutiesOf(snapshot, () => inOrder(FINDERS.flatMap((find) => find({ snapshot, context, settings, calendar, meeting, items })))),
    };
  },
});

/** Nothing is offered where there is no register, or one that only a newer Concord may change. */
function dutiesOf(snapshot: Snapshot, find: () => readonly Duty[]): readonly Duty[] {
  if (!REGISTER.some((id) => snapshot.places.has(id))) return [];
  const schema = schemaOf(snapshot);
  if (schema <= SCHEMA_VERSION) return find();
  return [{ message: message("workbook-newer", { schema, known: SCHEMA_VERSION }), severity: "error" }];
}

function bookOf({ survey, state, places }: Snapshot): WeekView["book"] {
  if (!tableIds.some((id) => places.has(id))) return "none";
  const isMade = [...state.entries("made")].some(([, sheet]) => sheetFacts(survey, sheet));
  const isNative = [...places].some(([id, { native }]) => native?.name === nativeName(tableOf(id)));
  return isMade || isNative ? "concord" : "own";
}
