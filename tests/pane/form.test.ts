import { describe, expect, it } from "vitest";
import { type Command, commandById, commands, type Fields } from "../../core/index.ts";
import { askedFields, asksAnything, draftOf, inputOf, itemField, missingIn } from "../../pane/form/draft.ts";

const named = { zh: "", en: "", width: 10 };
const input: Fields = {
  no: { ...named, type: "key", required: true },
  note: { ...named, type: "long" },
  on: { ...named, type: "date" },
  count: { ...named, type: "integer" },
  restore: { ...named, type: "flag" },
  kind: { ...named, type: { choice: "resolutionKind" } },
};
const items: NonNullable<Command["items"]> = {
  name: "rows",
  zh: "",
  en: "",
  fields: { task: { ...named, type: "text", required: true }, due: { ...named, type: "date" } },
};
const command = { id: "x", input, items };

function existing(id: string): Command {
  const found = commandById(id);
  if (!found) throw new Error(id);
  return found;
}

describe("a command's form", () => {
  it("opens with what is known already and gives it back as it was", () => {
    const given = { no: "R1", note: ["a", "b"], count: 3, restore: true, kind: "consensus", rows: [{ task: "查", due: "2026-12-01" }] };
    const draft = draftOf(command, given);
    expect(draft.fields).toEqual({ no: "R1", note: "a\nb", on: "", count: "3", restore: "yes", kind: "consensus" });
    expect(inputOf(command, draft)).toEqual({ ...given, note: "a\nb", count: "3" });
  });

  it("leaves out what is blank, rows that hold nothing, and a flag that is not set", () => {
    const draft = { fields: { no: " R1 ", note: "  ", on: "", restore: "" }, items: [{ task: "查" }, { task: " " }, {}] };
    expect(inputOf(command, draft)).toEqual({ no: "R1", rows: [{ task: "查" }] });
  });

  it("begins with one empty row of items", () => {
    expect(draftOf(command, {}).items).toEqual([{ task: "", due: "" }]);
  });

  it("names each required field that is blank, in the rows that hold anything", () => {
    const draft = { fields: {}, items: [{ task: "查" }, { due: "2026-12-01" }, {}] };
    expect([...missingIn(command, draft)]).toEqual(["no", itemField(1, "task")]);
  });

  it("wants at least one row of items", () => {
    expect([...missingIn(command, { fields: { no: "R1" }, items: [{}] })]).toEqual([itemField(0, "task")]);
  });

  it("asks for clearings and deletions beside their problems, not in the form", () => {
    expect(askedFields(existing("record-minutes")).map(([name]) => name)).toEqual(["meeting"]);
  });

  it("exists for every command that takes anything", () => {
    expect(commands.length).toBeGreaterThan(5);
    for (const each of commands) {
      expect(asksAnything(each)).toBe(Object.keys(each.input).length > 0 || each.items !== undefined);
      expect(inputOf(each, draftOf(each, {}))).toEqual(each.items ? { [each.items.name]: [] } : {});
    }
  });
});
