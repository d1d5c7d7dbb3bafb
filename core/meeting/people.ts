import { foldText, splitNames } from "../base/text.ts";
import { type Attendee, Roster } from "../register/roster.ts";
import { rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";

interface Departments {
  readonly known: readonly TableRow<"departments">[];
  /** Named by the series, and not among the departments. */
  readonly unknown: readonly string[];
}

/** The departments that attend every meeting, or those that the series names; of two rows with one name the first. */
export function standingDepartments(snapshot: Snapshot, seriesName: string): Departments {
  const series = rowsOf(snapshot, "series").find(({ values }) => seriesName !== "" && values.name === seriesName);
  const names = splitNames(series?.values.departments ?? "");
  const named = new Set(names.map(foldText));
  const seen = new Set<string>();
  const all = rowsOf(snapshot, "departments").filter(({ values }) => {
    const folded = foldText(values.name);
    if (folded === "" || seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
  return {
    known: all.filter(({ values }) => (named.size > 0 ? named.has(foldText(values.name)) : values.standing === true)),
    unknown: names.filter((name) => !seen.has(foldText(name))),
  };
}

/** The heads of the standing departments; where there is none, or who had it has left, the delegate. */
export function expectedAttendees(snapshot: Snapshot, seriesName: string): Attendee[] {
  const roster = new Roster(snapshot);
  return standingDepartments(snapshot, seriesName).known.flatMap(({ values }) => {
    const name = values.head === "" || roster.hasLeft(values.head) ? values.delegate || values.head : values.head;
    return name === "" || roster.hasLeft(name) ? [] : [roster.person(name) ?? { name, department: values.name, title: "" }];
  });
}

/** Attendees as the minutes print them, by department. */
export function showAttendees(attendees: readonly Attendee[], colon: string, comma: string, semicolon: string): string {
  const byDepartment = new Map<string, string[]>();
  for (const { name, department } of attendees) byDepartment.set(department, [...(byDepartment.get(department) ?? []), name]);
  return [...byDepartment]
    .map(([department, names]) => (department === "" ? names.join(comma) : `${department}${colon}${names.join(comma)}`))
    .join(semicolon);
}

export interface ReadAttendee {
  readonly name: string;
  readonly department: string;
  /** Whom this person stands in for. */
  readonly standsFor: string;
}

/** Reads `销售部:张三、李四(代王五);…`, and the same with English punctuation. */
export function readAttendees(text: string, roster: Roster): ReadAttendee[] {
  return text.split(/[;；\n]+/).flatMap((group) => {
    const [, before = "", names = ""] = /^\s*(?:([^:：]*)[:：])?(.*)$/.exec(group) ?? [];
    return splitNames(names).flatMap((entry) => {
      const [, name = "", standsFor = ""] = /^([^(（]+?)\s*(?:[(（](?:代|for )\s*([^)）]+)[)）])?$/.exec(entry.trim()) ?? [];
      if (name === "") return [];
      return [{ name: name.trim(), department: before.trim() || (roster.person(name)?.department ?? ""), standsFor: standsFor.trim() }];
    });
  });
}

export interface ReadAbsentee {
  readonly name: string;
  readonly department: string;
  readonly reason: string;
  readonly delegate: string;
}

/** Reads `张三(销售部,出差,李四)`: the parts in brackets in any order as far as they can be told apart. */
export function readAbsentees(text: string, roster: Roster): ReadAbsentee[] {
  if (/^\s*(无|none|-|—)?\s*$/i.test(text)) return [];
  const found: ReadAbsentee[] = [];
  for (const match of text.matchAll(/([^\s,，、;；()（）]+(?: [^\s,，、;；()（）]+)*)\s*(?:[(（]([^)）]*)[)）])?/g)) {
    const name = match[1]?.trim() ?? "";
    const parts = (match[2] ?? "")
      .split(/[,，、;；]/)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    const department = parts.find((part) => roster.department(part) !== undefined) ?? roster.person(name)?.department ?? "";
    const rest = parts.filter((part) => roster.department(part) === undefined);
    const delegate = rest.find((part, index) => index > 0 && (roster.person(part) !== undefined || rest.length > 1)) ?? "";
    found.push({ name, department, reason: rest.find((part) => part !== delegate) ?? "", delegate });
  }
  return found;
}
