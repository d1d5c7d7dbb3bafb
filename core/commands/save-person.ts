import { belonging, whereOf } from "../meeting/organisation.ts";
import { asSaved, namesTwice, rowNamed, saveNamed } from "../register/named-rows.ts";
import { defineCommand } from "../run/command.ts";
import { flag, key, long, text } from "../tables/field.ts";
import { type Problem, problem } from "../words/message.ts";

/** One address, as far as a typing mistake can be seen. */
const EMAIL = /^[^\s@,;，；]+@[^\s@,;，；]+\.[^\s@,;，；.]+$/;

/** Adds a person, or changes what is given of them. Somebody leaves by `retire-person`. */
export const savePerson = defineCommand({
  id: "save-person",
  stage: "workbook",
  title: "command-save-person",
  help: "help-save-person",
  input: {
    name: key("姓名", "Name", { required: true }),
    department: text("部门", "Department", { suggest: { table: "departments", field: "name" } }),
    title: text("职务", "Title"),
    email: text("邮箱", "E-mail"),
    phone: text("电话", "Phone"),
    decisionMaker: flag("决策层", "Decision maker"),
    active: flag("在职", "Active"),
    plant: text("工厂", "Plant"),
    note: long("备注", "Remark"),
  },
  reads: () => ({ tables: ["departments", "people"], documents: [] }),
  decide: (snapshot, input) => {
    const row = rowNamed(snapshot, "people", input.name);
    if (input.active === false && row?.values.active !== false)
      return { patch: [], report: [], problems: [problem("error", "retire-instead", { name: input.name })] };
    const saved = saveNamed(snapshot, "people", input, { active: true });
    const values = asSaved(snapshot, "people", saved, input.name);
    const where = whereOf(snapshot, "people", row);
    const problems: Problem[] = [...namesTwice(snapshot, "people"), ...belonging(snapshot, values, where)];
    if (values.email !== "" && !EMAIL.test(values.email.trim()))
      problems.push(problem("warning", "email-odd", { name: values.name, email: values.email }, where("email")));
    if (values.active === false) problems.push(problem("note", "person-has-left", { name: values.name }, where("active")));
    return {
      patch: [
        { kind: "table", table: "people" },
        { kind: "rows", table: "people", rows: saved.rows },
      ],
      report: [saved.report],
      problems,
    };
  },
});
