import type { RowOf } from "../tables/field.ts";
import type { tables } from "../tables/tables.ts";
import type { Named } from "../words/language.ts";
import { department, heads, person, type SamplePerson } from "./people.ts";
import type { Scene } from "./scene.ts";

export const company: Named = { zh: "浙江渠星泵业有限公司", en: "Zhejiang Quxing Pump Co., Ltd." };
export const meetingRoom: Named = { zh: "办公楼二楼 201 会议室", en: "Meeting room 201, office building" };
export const weeklySeries: Named = { zh: "产销协调例会", en: "Sales-production coordination meeting" };

export function departmentRows({ say }: Scene): Partial<RowOf<typeof tables.departments>>[] {
  return heads.map(({ department: of, head, delegate }) => ({
    name: say(of),
    head: say(head),
    delegate: delegate ? say(delegate) : "",
    standing: true,
    side: of.side,
    note: of === department.operations ? say({ zh: "会议组织部门", en: "Organises the meeting" }) : "",
  }));
}

export function peopleRows({ say }: Scene): Partial<RowOf<typeof tables.people>>[] {
  return Object.values<SamplePerson>(person).map((who) => ({
    name: say(who),
    department: say(who.department),
    title: say(who.title),
    email: `${who.mail}@example.com`,
    phone: who.phone,
    decisionMaker: who.decisionMaker ?? false,
    active: !who.left,
    note: who.left ? say({ zh: "已离职，未完成事项待移交", en: "Has left; open items still to be handed over" }) : "",
  }));
}

export function seriesRows({ say, list, monday }: Scene): Partial<RowOf<typeof tables.series>>[] {
  const chaired = { chair: say(person.zhou), recorder: say(person.lin), holiday: "next" } as const;
  return [
    {
      ...chaired,
      name: say(weeklySeries),
      cycle: "weekly",
      weekday: "3",
      from: monday(-26) + 2,
      start: 9 * 60 + 30,
      minutes: 90,
      place: say(meetingRoom),
      departments: list(heads.map(({ department: of }) => of)),
      active: true,
    },
    {
      ...chaired,
      name: say({ zh: "月度产销计划会", en: "Monthly sales and operations planning" }),
      cycle: "monthlyWeekday",
      weekday: "4",
      nth: -1,
      from: monday(-26) + 3,
      start: 14 * 60,
      minutes: 120,
      place: say({ zh: "办公楼三楼大会议室", en: "Main meeting room, third floor" }),
      departments: list([department.operations, department.sales, department.production, department.purchasing, department.finance]),
      active: false,
    },
  ];
}

/** Line B stands still for maintenance on two days eight weeks ahead; stocktaking is two weeks before. */
export function maintenanceOfLineB({ calendar, dayIn }: Pick<Scene, "calendar" | "dayIn">): { readonly from: number; readonly to: number } {
  const from = dayIn(8, 1);
  return { from, to: calendar.addWorkdays(from, 1) };
}

export function companyCalendarRows(scene: Scene): Partial<RowOf<typeof tables.companyCalendar>>[] {
  const { say, calendar, monday } = scene;
  const stocktaking = calendar.previousWorkday(monday(6) + 4);
  return [
    {
      from: stocktaking,
      to: stocktaking,
      kind: "stocktaking",
      scope: say({ zh: "成品仓", en: "Finished goods" }),
      reason: say({ zh: "成品仓盘点，当天停止收发货", en: "Stocktaking of finished goods; no receipts or shipments that day" }),
    },
    {
      ...maintenanceOfLineB(scene),
      kind: "shutdown",
      scope: say({ zh: "B 线", en: "Line B" }),
      reason: say({ zh: "B 线浸漆炉年度检修，停产两天", en: "Yearly maintenance of the varnishing oven, two days without production" }),
    },
  ];
}
