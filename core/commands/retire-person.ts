import { toIso } from "../base/plain-date.ts";
import { foldText, splitNames } from "../base/text.ts";
import { rolesOf } from "../meeting/organisation.ts";
import { rowNamed } from "../register/named-rows.ts";
import { Roster } from "../register/roster.ts";
import { labelOf } from "../resolution/soundness.ts";
import { type Context, type Decision, defineCommand } from "../run/command.ts";
import { key, text } from "../tables/field.ts";
import { causeIn, keepingTrack } from "../tracking/keep-track.ts";
import { isClosed } from "../tracking/light.ts";
import { type Message, message, type Problem, problem, say } from "../words/message.ts";
import type { Change, RowChange } from "../workbook/patch.ts";
import { cellOf, rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";

const OWNED = ["resolutions", "actions", "openQuestions"] as const;
type Owned = (typeof OWNED)[number];

/** A person leaves: what they still own is said with its cells, or goes to a successor with its history. */
export const retirePerson = defineCommand({
  id: "retire-person",
  stage: "workbook",
  title: "command-retire-person",
  help: "help-retire-person",
  input: {
    name: key("姓名", "Name", { required: true, suggest: { table: "people", field: "name" } }),
    successor: text("接替人", "Successor", { suggest: { table: "people", field: "name" } }),
  },
  reads: () => ({ tables: ["people", "departments", "series", "meetings", "history", ...OWNED], documents: [] }),
  decide: (register, input, context) => {
    const reason = say(register.language, "retired-reason", { name: input.name });
    return keepingTrack(register, context, causeIn(context, { reason }), (snapshot) => retire(snapshot, input, context));
  },
});

function retire(snapshot: Snapshot, input: { readonly name: string; readonly successor: string }, context: Context): Decision {
  const row = rowNamed(snapshot, "people", input.name);
  const owned = OWNED.map((table) => ({ table, rows: openOf(snapshot, table, input.name) }));
  const count = owned.reduce((sum, { rows }) => sum + rows.length, 0);
  if (!row && count === 0) return refused(problem("error", "person-unknown", { name: input.name }));
  const wrong = wrongSuccessor(snapshot, input.name, input.successor);
  if (wrong) return refused(wrong);
  const name = row?.values.name ?? input.name;
  const taken = owned.map(({ table, rows }): Change => {
    const taking = input.successor === "" ? [] : rows.map((item) => takenOver(snapshot, table, item, input.successor, name, context));
    return { kind: "rows", table, rows: taking };
  });
  // Items first: cut off before the person is marked, running again finds what is left.
  const leaving: readonly RowChange[] =
    row && row.values.active !== false ? [{ key: row.key, row: row.row, values: { active: false } }] : [];
  const report: Message[] = [message(leaving.length > 0 ? "person-retired" : "person-already-retired", { name })];
  if (input.successor !== "" && count > 0) report.push(message("items-taken-over", { n: count, successor: input.successor }));
  return {
    patch: [...taken, { kind: "rows", table: "people", rows: leaving }],
    report,
    problems: [
      ...(input.successor === "" ? owned.flatMap(({ table, rows }) => left(snapshot, table, rows, name)) : []),
      ...rolesOf(snapshot, name),
    ],
  };
}

function refused(found: Problem) {
  return { patch: [], report: [], problems: [found] };
}

function wrongSuccessor(snapshot: Snapshot, name: string, successor: string): Problem | undefined {
  if (successor === "") return undefined;
  const roster = new Roster(snapshot);
  if (foldText(successor) === foldText(name)) return problem("error", "successor-same", { name });
  if (roster.hasLeft(successor)) return problem("error", "person-has-left", { name: successor });
  return roster.person(successor) ? undefined : problem("error", "person-unknown", { name: successor });
}

type OwnedRow = TableRow<Owned>;

/** What a person still has to do, alone or with others. */
function openOf(snapshot: Snapshot, table: Owned, name: string): readonly OwnedRow[] {
  const wanted = foldText(name);
  const rows: readonly OwnedRow[] = rowsOf(snapshot, table);
  return rows.filter(
    ({ values }) =>
      !(values.status === "closed" || isClosed(values.status)) && splitNames(values.owner).some((owner) => foldText(owner) === wanted),
  );
}

function takenOver(snapshot: Snapshot, table: Owned, row: OwnedRow, to: string, from: string, context: Context): RowChange {
  const owners = splitNames(row.values.owner).map((owner) => (foldText(owner) === foldText(from) ? to : owner));
  const unique = owners.filter((owner, index) => owners.findIndex((other) => foldText(other) === foldText(owner)) === index);
  const owner = unique.join(snapshot.language === "en" ? ", " : "、");
  const field = table === "openQuestions" ? "cause" : "result";
  const before = textIn(row, field);
  const handed = say(snapshot.language, "handed-over", { from, to, date: toIso(context.today) });
  return { key: row.key, row: row.row, values: { owner, [field]: before === "" ? handed : `${before}\n${handed}` } };
}

function left(snapshot: Snapshot, id: Owned, rows: readonly OwnedRow[], name: string): Problem[] {
  const table = tableIn(snapshot, id);
  return rows.map((row) => {
    const item = row.key || labelOf(textIn(row, id === "openQuestions" ? "question" : "task"));
    return problem("warning", "owner-left", { item, name }, table && cellOf(table, row, "owner"));
  });
}

function textIn({ values }: OwnedRow, field: string): string {
  return String((values as Readonly<Record<string, unknown>>)[field] ?? "");
}
