import { defineView } from "../run/view.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";

/** Something that a form may name, and what tells a person which one it is. */
export interface ListEntry {
  readonly value: string;
  readonly label: string;
}

/** What forms suggest beside what other views hold. */
export interface ListsView {
  readonly series: readonly ListEntry[];
  readonly departments: readonly ListEntry[];
  /** Who works here. */
  readonly people: readonly ListEntry[];
  /** Of which it can be decided whether they come to a meeting. */
  readonly topics: readonly ListEntry[];
  /** That are still to come. */
  readonly papers: readonly ListEntry[];
}

const SETTLED = new Set(["resolved", "open", "declined"]);

export const listsView = defineView<ListsView>({
  id: "lists",
  reads: () => ({ tables: ["series", "departments", "people", "topics", "papers"], documents: [] }),
  see: (snapshot) => ({
    series: named(
      rowsOf(snapshot, "series")
        .filter(({ values }) => values.active !== false)
        .map(({ values }) => values.name),
    ),
    departments: named(rowsOf(snapshot, "departments").map(({ values }) => values.name)),
    people: peopleOf(snapshot),
    topics: rowsOf(snapshot, "topics")
      .filter(({ key, values }) => key !== "" && values.topic !== "" && !SETTLED.has(values.status))
      .map(({ key, values }) => ({ value: key, label: `${key} ${values.topic}` })),
    papers: rowsOf(snapshot, "papers")
      .filter(({ key, values }) => key !== "" && values.status !== "submitted" && values.status !== "waived")
      .map(({ key, values }) => ({ value: key, label: [key, values.paper, values.department].filter((part) => part !== "").join(" ") })),
  }),
});

function named(names: readonly string[]): ListEntry[] {
  return [...new Set(names)].filter((name) => name !== "").map((value) => ({ value, label: value }));
}

function peopleOf(snapshot: Snapshot): ListEntry[] {
  const found = new Map<string, ListEntry>();
  for (const { values } of rowsOf(snapshot, "people")) {
    const { name, department, title, active } = values;
    if (name === "" || active === false || found.has(name)) continue;
    found.set(name, { value: name, label: [name, department, title].filter((part) => part !== "").join(" ") });
  }
  return [...found.values()];
}
