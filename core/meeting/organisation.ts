import type { CellPlace } from "../base/place.ts";
import { foldText, splitNames } from "../base/text.ts";
import { type NamedTable, rowNamed } from "../register/named-rows.ts";
import { Roster } from "../register/roster.ts";
import { tableOf } from "../tables/tables.ts";
import { nameIn } from "../words/language.ts";
import { type Problem, problem } from "../words/message.ts";
import { cellOf, rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";
import { isComing } from "./choose-meeting.ts";
import { recurrenceOf } from "./plan.ts";

/** Where a row's fields stand; nowhere for a row that is still to be written. */
export type Where = (field: string) => CellPlace | undefined;

export function whereOf(snapshot: Snapshot, table: NamedTable | "meetings", row: TableRow | undefined): Where {
  const data = tableIn(snapshot, table);
  return (field) => (data && row && row.row >= 0 ? cellOf(data, row, field) : undefined);
}

/** Whether a department can be represented: by its head, or by a delegate who stands in (clause 二(二)1). */
export function departmentProblems(snapshot: Snapshot, values: TableRow<"departments">["values"], where: Where): Problem[] {
  const roster = new Roster(snapshot);
  const department = values.name;
  const found: Problem[] = [];
  const canCome = (name: string): boolean => name !== "" && !roster.hasLeft(name);
  if (!canCome(values.head) && !canCome(values.delegate))
    found.push(problem("warning", "department-without-head", { department }, where("head")));
  else if (values.head === "")
    found.push(problem("note", "department-by-delegate", { department, delegate: values.delegate }, where("head")));
  return [...found, ...personProblems(roster, values.head, where("head")), ...personProblems(roster, values.delegate, where("delegate"))];
}

/** Whether somebody named in a role is known and still there. */
export function personProblems(roster: Roster, name: string, at?: CellPlace): Problem[] {
  if (name === "") return [];
  if (roster.hasLeft(name)) return [problem("warning", "person-has-left", { name }, at)];
  return roster.isEmpty || roster.person(name) ? [] : [problem("warning", "person-unknown", { name }, at)];
}

/** A person belongs to a department that the register has. */
export function belonging(snapshot: Snapshot, { name, department }: TableRow<"people">["values"], where: Where): Problem[] {
  if (department === "") return [problem("warning", "person-without-department", { name }, where("department"))];
  return departmentKnown(snapshot, department, where("department"));
}

export function departmentKnown(snapshot: Snapshot, department: string, at?: CellPlace): Problem[] {
  if (department === "" || rowsOf(snapshot, "departments").length === 0 || rowNamed(snapshot, "departments", department)) return [];
  const table = nameIn(snapshot.language, tableOf("departments"));
  return [problem("warning", "reference-unknown", { value: department, table }, at)];
}

/** A series whose days cannot be computed is an error; people and departments that nobody knows are warned of. */
export function seriesProblems(snapshot: Snapshot, values: TableRow<"series">["values"], where: Where): Problem[] {
  const rule = recurrenceOf(values);
  const roster = new Roster(snapshot);
  return [
    ...(typeof rule === "string" ? [problem("error", "series-incomplete", { series: values.name }, where(rule))] : []),
    ...(values.chair === "" ? [problem("warning", "series-without-chair", { series: values.name }, where("chair"))] : []),
    ...(values.recorder === "" ? [problem("warning", "series-without-recorder", { series: values.name }, where("recorder"))] : []),
    ...personProblems(roster, values.chair, where("chair")),
    ...personProblems(roster, values.recorder, where("recorder")),
    ...splitNames(values.departments).flatMap((name) => departmentKnown(snapshot, name, where("departments"))),
  ];
}

/** Where a person stands for something other than an item: nobody else can decide who does it next. */
export function rolesOf(snapshot: Snapshot, name: string): Problem[] {
  const wanted = foldText(name);
  const roles = [
    ["departments", "head"],
    ["departments", "delegate"],
    ["series", "chair"],
    ["series", "recorder"],
    ["meetings", "chair"],
    ["meetings", "recorder"],
  ] as const;
  return roles.flatMap(([table, field]) => {
    const data = tableIn(snapshot, table);
    if (!data) return [];
    const rows: readonly TableRow<"departments" | "series" | "meetings">[] = rowsOf(snapshot, table);
    return rows
      .filter((row) => foldText((row.values as Readonly<Record<string, string>>)[field] ?? "") === wanted)
      .filter((row) => table !== "meetings" || isComing(row as TableRow<"meetings">))
      .map((row) => {
        const named = tableOf(table).fields[field];
        const params = { name, role: named ? nameIn(snapshot.language, named) : field, of: row.key };
        return problem("warning", "role-to-hand-over", params, cellOf(data, row, field));
      });
  });
}
