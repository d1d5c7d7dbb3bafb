import type { RowOf } from "../tables/field.ts";
import type { TableId, Tables } from "../tables/tables.ts";
import { forecastRows, orderRows } from "./demand.ts";
import { followUpRows } from "./follow-up.ts";
import { historyRows } from "./item-history.ts";
import { componentRows, supplyRows } from "./materials.ts";
import { heldMeetings } from "./meeting-dates.ts";
import { meetingRows } from "./meetings.ts";
import { fifth } from "./minutes/fifth.ts";
import { first } from "./minutes/first.ts";
import { fourth } from "./minutes/fourth.ts";
import { second } from "./minutes/second.ts";
import { sixth } from "./minutes/sixth.ts";
import { third } from "./minutes/third.ts";
import { company, companyCalendarRows, departmentRows, peopleRows, seriesRows } from "./organisation.ts";
import { pastForecastRows, pastOrderRows } from "./past-sales.ts";
import { capacityRows, lineRows, planRows, stockRows } from "./production.ts";
import { productRows } from "./products.ts";
import { makeScene, type SampleOptions } from "./scene.ts";

/** The rows of a register, by table; fields left out are blank. */
export type SampleRows = { readonly [T in TableId]?: readonly Partial<RowOf<Tables[T]>>[] };

const minutes = [first, second, third, fourth, fifth, sixth];

/**
 * A believable pump factory around `today`: six weekly meetings before it with items in every state, and 13
 * weeks of planning from its week on, with shortages, excess and overloads for the next meeting to find, and four weeks
 * before it of plan and output, forecast and sales.
 * The same options give the same rows; no name in it is a real company's.
 * @example sampleFactory({ today, language: "en", calendar, meetingNo }).people?.[0]?.name // "Liang Zhenbang"
 */
export function sampleFactory(options: SampleOptions): SampleRows {
  const scene = makeScene(options);
  const held = heldMeetings(scene, minutes.length);
  const followUp = followUpRows(scene, held, minutes);
  return {
    settings: [{ code: "company", value: scene.say(company) }],
    departments: departmentRows(scene),
    people: peopleRows(scene),
    companyCalendar: companyCalendarRows(scene),
    series: seriesRows(scene),
    ...meetingRows(scene, held, minutes),
    ...followUp,
    history: historyRows(scene, held, [...followUp.resolutions, ...followUp.actions]),
    products: productRows(scene),
    forecast: [...pastForecastRows(scene), ...forecastRows(scene)],
    orders: [...orderRows(scene), ...pastOrderRows(scene)],
    productionPlan: planRows(scene),
    stock: stockRows(scene),
    lines: lineRows(scene),
    capacity: capacityRows(scene),
    components: componentRows(scene),
    supply: supplyRows(scene),
  };
}
