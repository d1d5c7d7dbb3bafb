import { standardOf } from "../register/setting-values.ts";
import type { Context } from "../run/command.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { text } from "../tables/field.ts";
import { noteIn } from "../tables/setting.ts";
import { type SettingCode, settingCodes, settingOf } from "../tables/setting-list.ts";
import { tableIds } from "../tables/tables.ts";
import { trackingDocuments, withTracking } from "../tracking/with-tracking.ts";
import { nameIn } from "../words/language.ts";
import { message } from "../words/message.ts";
import type { Change, Patch, RowChange } from "../workbook/patch.ts";
import { rowsOf, type Snapshot, tableIn } from "../workbook/snapshot.ts";

/** Makes every sheet of the register that is not there yet; what is there stays as it is. */
export const setUpWorkbook = defineCommand({
  id: "set-up-workbook",
  stage: "workbook",
  title: "command-set-up-workbook",
  help: "help-set-up-workbook",
  makesWorkbook: true,
  input: {
    company: text("公司名称", "Company"),
    organiser: text("会议组织部门", "Organising department"),
  },
  reads: () => ({ tables: tableIds, documents: trackingDocuments }),
  decide: (snapshot, input, context): Decision => {
    const patch = setUpPatch(snapshot, input, context);
    const missing = tableIds.filter((id) => !snapshot.places.has(id));
    return { patch, report: [message(missing.length === 0 ? "already-set-up" : "set-up", { n: missing.length })], problems: [] };
  },
});

/** The sheets, the settings that are not there yet, the departments of the rules, and the live parts. */
export function setUpPatch(snapshot: Snapshot, given: { readonly company: string; readonly organiser: string }, context: Context): Patch {
  const patch: Change[] = [
    ...tableIds.map((table): Change => ({ kind: "table", table })),
    { kind: "rows", table: "settings", rows: settingRows(snapshot, given) },
    { kind: "rows", table: "departments", rows: departmentRows(snapshot) },
  ];
  return withTracking(snapshot, patch, context);
}

function settingRows(snapshot: Snapshot, given: Readonly<Partial<Record<SettingCode, string>>>): RowChange[] {
  const known = tableIn(snapshot, "settings")?.byKey;
  return settingCodes.flatMap((code): RowChange[] => {
    const setting = settingOf(code);
    const wanted = given[code] ?? "";
    if (known?.has(code)) return wanted === "" ? [] : [{ key: code, values: { value: wanted } }];
    const note = noteIn(snapshot.language, setting);
    const standard = code === "language" ? snapshot.language : standardOf(code, snapshot.language);
    return [{ key: code, values: { code, name: nameIn(snapshot.language, setting), value: wanted || standard, note } }];
  });
}

/** The standing departments of clause 二(二)1. */
const STANDING = [
  ["销售部", "Sales", "sales"],
  ["生产部", "Production", "production"],
  ["研发部", "R&D", "production"],
  ["采购部", "Purchasing", "production"],
  ["物流部", "Logistics", "production"],
  ["财务部", "Finance", "other"],
  ["客服部", "Customer service", "sales"],
] as const;

function departmentRows(snapshot: Snapshot): RowChange[] {
  if (rowsOf(snapshot, "departments").length > 0) return [];
  return STANDING.map(([zh, en, side]) => {
    const name = nameIn(snapshot.language, { zh, en });
    return { key: name, values: { name, standing: true, side } };
  });
}
