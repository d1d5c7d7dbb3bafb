import { departmentProblems, whereOf } from "../meeting/organisation.ts";
import { asSaved, namesTwice, rowNamed, saveNamed } from "../register/named-rows.ts";
import { defineCommand } from "../run/command.ts";
import { choice, flag, key, long, text } from "../tables/field.ts";

/** Adds a department, or changes what is given of it. */
export const saveDepartment = defineCommand({
  id: "save-department",
  stage: "workbook",
  title: "command-save-department",
  help: "help-save-department",
  input: {
    name: key("部门", "Department", { required: true }),
    head: text("负责人", "Head", { suggest: { table: "people", field: "name" } }),
    delegate: text("授权代表", "Delegate", { suggest: { table: "people", field: "name" } }),
    standing: flag("固定参会", "Standing attendee"),
    side: choice("section", "所属端", "Side"),
    note: long("备注", "Remark"),
  },
  reads: () => ({ tables: ["departments", "people"], documents: [] }),
  decide: (snapshot, input) => {
    const saved = saveNamed(snapshot, "departments", input);
    const where = whereOf(snapshot, "departments", rowNamed(snapshot, "departments", input.name));
    return {
      patch: [
        { kind: "table", table: "departments" },
        { kind: "rows", table: "departments", rows: saved.rows },
      ],
      report: [saved.report],
      problems: [
        ...namesTwice(snapshot, "departments"),
        ...departmentProblems(snapshot, asSaved(snapshot, "departments", saved, input.name), where),
      ],
    };
  },
});
