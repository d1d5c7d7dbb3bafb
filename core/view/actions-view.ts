import type { CellPlace } from "../base/place.ts";
import type { Day } from "../base/plain-date.ts";
import { foldText, splitNames, withoutBrackets } from "../base/text.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { Roster } from "../register/roster.ts";
import { isOfSeveral } from "../resolution/wording.ts";
import type { Context } from "../run/command.ts";
import { defineView } from "../run/view.ts";
import type { Level } from "../tracking/escalation.ts";
import { Escalations, escalationTables, type Standing } from "../tracking/escalations.ts";
import { responsibleOf } from "../tracking/events.ts";
import { type HistoryRow, histories } from "../tracking/history.ts";
import type { Light } from "../tracking/light.ts";
import { trackedTables } from "../tracking/live-columns.ts";
import { type Offer, offer, offerForm } from "./duty.ts";
import { type TrackedItem, trackedItems } from "./tracked-items.ts";

/** A resolution that is tracked itself, or an action. */
export interface ActionLine {
  readonly table: "resolutions" | "actions";
  readonly no: string;
  readonly task: string;
  readonly department: string;
  readonly owner: string;
  readonly due: Day | null;
  /** A choice of `actionStatus`; `""` where none is given. */
  readonly status: string;
  readonly light: Light;
  /** Working days since the due date of an overdue item. */
  readonly daysLate: number | null;
  /** How far an overdue item is escalated, and by which rule. */
  readonly level: Level | null;
  readonly why: string;
  readonly meeting: string;
  /** Meetings at which it was carried over, and times that it was postponed. */
  readonly carried: number;
  readonly postponed: number;
  readonly isOpen: boolean;
  /** The person at the keyboard is among its owners. */
  readonly isMine: boolean;
  /** Their department is; where an item names none, its owners' departments count. */
  readonly isMyDepartment: boolean;
  readonly at: CellPlace;
  /** What can be done with it now, the likeliest first. */
  readonly steps: readonly Offer[];
  /** What happened to it, the first event first; of what is over, nothing: the sheet of histories tells of that. */
  readonly history: readonly PastEvent[];
}

/** One event of an item's history. */
export interface PastEvent {
  readonly no: string;
  readonly on: Day | null;
  /** A choice of `historyEvent`. */
  readonly event: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly by: string;
}

export interface ActionsView {
  /** Whether the workbook has a table of resolutions or actions. */
  readonly isThere: boolean;
  /** Most urgent first, closed ones last. */
  readonly lines: readonly ActionLine[];
}

/** Every item that is tracked, with whose it is. */
export const actionsView = defineView<ActionsView>({
  id: "actions",
  reads: () => ({ tables: ["resolutions", "actions", "people", "departments", ...escalationTables], documents: [] }),
  see: (snapshot, context) => {
    const settings = settingsIn(snapshot);
    const calendar = calendarIn(snapshot, settings);
    const items = trackedItems(snapshot, context, calendar, settings);
    const known = histories(snapshot);
    const escalations = new Escalations(snapshot, context.today, calendar, settings);
    const me = whoIs(context, new Roster(snapshot));
    return {
      isThere: trackedTables.some((id) => snapshot.places.has(id)),
      lines: items.map((item) => lineOf(item, me, escalations.of(item), pastOf(item, known.get(item.row.key) ?? []))),
    };
  },
});

interface Me {
  readonly owns: (owner: string) => boolean;
  readonly isOf: (department: string, owner: string) => boolean;
}

/** A person without a department of their own to tell is looked up in People. */
function whoIs({ user }: Context, roster: Roster): Me {
  const mine = foldText(user.name);
  const ours = foldText(user.department || roster.person(user.name)?.department || "");
  const departmentsOf = (owner: string): string[] => namesIn(owner).map((name) => roster.person(name)?.department ?? name);
  return {
    owns: (owner) => mine !== "" && namesIn(owner).some((name) => foldText(name) === mine),
    isOf: (department, owner) => {
      const named = namesIn(department);
      return ours !== "" && (named.length > 0 ? named : departmentsOf(owner)).some((name) => foldText(name) === ours);
    },
  };
}

/** `张三(生产部)、李四` is 张三 and 李四. */
function namesIn(cell: string): string[] {
  return splitNames(withoutBrackets(cell));
}

function lineOf(item: TrackedItem, me: Me, { level, why }: Standing, past: readonly PastEvent[]): ActionLine {
  const { table, row, light, daysLate, isOpen, meeting, at } = item;
  const { task, department, owner, due, status, carried, postponed } = row.values;
  return {
    table,
    no: row.key,
    task,
    department,
    owner,
    due,
    status,
    light,
    daysLate,
    level: isOpen ? level : null,
    why: isOpen ? why : "",
    meeting,
    carried: carried ?? 0,
    postponed: postponed ?? 0,
    isOpen,
    isMine: me.owns(owner),
    isMyDepartment: me.isOf(department, owner),
    at,
    steps: row.key === "" || light === "undecided" ? [] : stepsOf(row.key, status, isOfSeveral(responsibleOf(row.values))),
    history: past,
  };
}

function pastOf({ isOpen, row }: TrackedItem, rows: readonly HistoryRow[]): PastEvent[] {
  if (!isOpen && row.values.status !== "done") return [];
  return rows.map(({ key: no, values: { on, event, from, to, reason, by } }) => ({ no, on, event, from, to, reason, by }));
}

/** What can follow a status, as commands. */
function stepsOf(items: string, status: string, isOwedBySeveral: boolean): Offer[] {
  if (status === "done") return [offer("verify-action", { items }), offerForm("reopen-action", { items })];
  if (status === "verified" || status === "cancelled") return [offerForm("reopen-action", { items })];
  const confirm = status === "assigned" || status === "" ? [offer("confirm-action", { items })] : [];
  const split = isOwedBySeveral ? [offerForm("split-action", { item: items })] : [];
  return [
    ...split,
    ...confirm,
    offerForm("report-progress", { items }),
    offerForm("complete-action", { items }),
    offerForm("postpone-action", { items }),
    offerForm("reassign-action", { items }),
    offerForm("cancel-action", { items }),
  ];
}
