import type { Code } from "../../tables/choices.ts";
import type { Named } from "../../words/language.ts";
import type { SampleDepartment, SamplePerson } from "../people.ts";

/** A date, in working days after the meeting or from today; one before the meeting becomes the meeting's. */
export type When = { readonly after: number } | { readonly today: number };

/** Somebody who is not in the list of people, or nobody: the name is then empty. */
interface Outsider extends Named {
  readonly department: SampleDepartment;
}

/** A resolution or an action. Its texts may name weeks, see `Scene.say`. */
export interface SampleItem {
  readonly task: Named;
  readonly doneWhen: Named;
  readonly owner: SamplePerson | Outsider;
  readonly support?: readonly SampleDepartment[];
  readonly due: When;
  readonly status: Code<"actionStatus">;
  /** Due dates before the present one, of which only the first is kept. */
  readonly postponed?: { readonly from: When; readonly times: number };
  /** Working days after the meeting on which the owner did this. */
  readonly confirmed?: number;
  readonly done?: number;
  readonly verified?: number;
  /** How many meetings later it was cancelled. */
  readonly cancelledAt?: number;
  readonly progress?: number;
  readonly result?: Named;
  readonly reason?: Named;
  readonly evidence?: Named;
}

interface SampleResolution extends SampleItem {
  readonly kind?: Code<"resolutionKind">;
  /** What it was split into; its status is then `split`. */
  readonly actions?: readonly SampleItem[];
}

export interface SampleQuestion {
  readonly question: Named;
  readonly cause: Named;
  readonly nextStep: Named;
  readonly owner: SamplePerson;
  readonly answerBy: When;
  readonly escalateTo: SamplePerson;
  /** The answer and the working day after the meeting on which it came. */
  readonly answer?: { readonly text: Named; readonly after: number };
  readonly returned?: true;
}

export interface SampleTopic {
  readonly section: Code<"section">;
  readonly topic: Named;
  readonly category: Named;
  readonly proposer: SamplePerson;
  readonly background: Named;
  readonly proposal: Named;
  readonly discussion: Named;
  readonly involved: readonly SampleDepartment[];
  readonly invite?: readonly SamplePerson[];
  readonly urgency: Code<"urgency">;
  readonly minutes: number;
  /** Why it was put off. */
  readonly deferred?: Named;
  readonly resolutions?: readonly SampleResolution[];
  readonly questions?: readonly SampleQuestion[];
}

/** What differs from a person's being there in time. */
export interface SampleAbsence {
  readonly person: SamplePerson;
  readonly status: "late" | "leftEarly" | "leave" | "absent";
  readonly minutes?: number;
  readonly reason?: Named;
  readonly delegate?: SamplePerson;
}

export interface SampleMinutes {
  readonly absences: readonly SampleAbsence[];
  readonly temporary?: readonly SamplePerson[];
  readonly observers?: readonly SamplePerson[];
  readonly topics: readonly SampleTopic[];
}

/** Kinds of topics, as they stand in the list of the agenda form. */
export const category = {
  orders: { zh: "订单交付", en: "Order delivery" },
  forecast: { zh: "销售预测", en: "Sales forecast" },
  plan: { zh: "生产计划", en: "Production plan" },
  capacity: { zh: "产能瓶颈", en: "Capacity" },
  material: { zh: "物料供应", en: "Material supply" },
  stock: { zh: "库存", en: "Stock" },
  quality: { zh: "质量", en: "Quality" },
  logistics: { zh: "物流", en: "Logistics" },
  finance: { zh: "财务/成本", en: "Finance and cost" },
  newProduct: { zh: "新产品", en: "New products" },
} as const satisfies Record<string, Named>;
