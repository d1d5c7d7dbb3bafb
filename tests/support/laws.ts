import fc from "fast-check";
import { expect } from "vitest";
import { hashText } from "../../core/base/hash.ts";
import { commands, toIso } from "../../core/index.ts";
import { balancingInputs } from "./balancing.ts";
import { conveningInputs } from "./convening.ts";
import { filingInputs } from "./filing.ts";
import { followingInputs } from "./following.ts";
import { among, keysOf, preparingInputs } from "./preparing.ts";
import { type Register, story, tellStory } from "./registers.ts";

type Input = Readonly<Record<string, unknown>>;

/** An input for each command, of those that make sense on a register; `pick` chooses among them. */
const inputs: Readonly<Record<string, (register: Register, pick: number) => Input>> = {
  "set-up-workbook": (_, pick) => (pick % 2 === 0 ? {} : { company: "=公司&1", organiser: "+运营部" }),
  "load-sample": () => ({}),
  "plan-meetings": ({ context }, pick) =>
    pick % 2 === 0 ? {} : { from: toIso(context.today - 20), until: toIso(context.today + (pick % 60)) },
  "generate-minutes": (found, pick) => (pick % 2 === 0 ? {} : { meeting: among(keysOf(found, "meetings"), pick) }),
  "record-minutes": (found, pick) => {
    if (pick % 3 === 0) return {};
    const keys = [...keysOf(found, "actions"), ...keysOf(found, "resolutions")];
    const said = among(keys, pick);
    return pick % 3 === 1 ? { confirm: [said, `${said}.task`, `${said}.owner`] } : { putBack: [said, `${said}.task`, `${said}.due`] };
  },
  "decompose-resolution": (found, pick) => ({
    resolution: among(keysOf(found, "resolutions"), pick) || "X-R1",
    actions: [
      { task: "=SUM(A1)", owner: "张三", due: toIso(found.context.today + 9) },
      { task: `分解${pick % 3}`, owner: "@钱敏", due: toIso(found.context.today + 3) },
    ],
  }),
  "expect-changes": (found, pick) => ({
    resolution: among(keysOf(found, "resolutions"), pick) || "X-R1",
    changes: [
      { product: "=QX-750", period: "2026-W48", amount: 100 + (pick % 3), note: "+加班" },
      { kind: pick % 2 === 0 ? "订单" : "forecast", product: "@007", period: "W49", amount: -20.5 },
    ],
  }),
  "refresh-tracking": (_, pick) => (pick % 3 === 0 ? { restore: true } : {}),
  "send-reminders": (_, pick) => [{}, { paper: "all" }, { paper: "raised", again: true }, { department: "生产部" }][pick % 4] ?? {},
  "refresh-dashboard": ({ context }, pick) =>
    pick % 2 === 0 ? {} : { from: toIso(context.today - (pick % 900)), until: toIso(context.today + (pick % 40)) },
  "change-settings": (_, pick) => ({ items: settingsGiven[pick % settingsGiven.length] ?? [] }),
  ...balancingInputs,
  ...preparingInputs,
  ...conveningInputs,
  ...filingInputs,
  ...followingInputs,
  "check-workbook": () => ({}),
  "upgrade-workbook": () => ({}),
};

const settingsGiven = [
  [
    { setting: "language", value: "en" },
    { setting: "工作周制", value: "six" },
    { setting: "Due soon within (working days)", value: "4" },
  ],
  [
    { setting: "company", value: "=1+1" },
    { setting: "language", value: "zh-CN" },
    { setting: "confirmDays", value: "" },
  ],
  [
    { setting: "formNumber", value: "@QR-01" },
    { setting: "workEnd", value: "18：00" },
    { setting: "bigWeekMonday", value: "2026-11-16" },
    { setting: "weekPattern", value: "大小周" },
  ],
];

export const commandIds = commands.map(({ id }) => id);

/** The input that `pick` stands for; some commands need something in the register first, which is made. @throws for a command of the registry that nobody made inputs for */
export function inputOf(id: string, found: Register, pick: number): Input {
  const make = inputs[id];
  if (!make) throw new Error(`The laws have no inputs for ${id}: add some to tests/support/laws.ts.`);
  return make(found, pick);
}

/** `CONCORD_LAWS=300` looks at that many registers for each law, other ones each time. */
const wanted = process.env.CONCORD_LAWS;

/** For a slow machine, and for `CONCORD_LAWS`. */
export const LONG = 120_000;

/** A failure is told in good time rather than by its smallest story. */
const TIME = 20_000;

/** Holds a law over generated registers: a few of its own, the same in every run, whatever tests stand before it. */
export function holds(runs: number, check: (found: Register, pick: number) => void): void {
  const seed = Number.parseInt(hashText(expect.getState().currentTestName ?? "").slice(0, 8), 16);
  const more = wanted === undefined ? { numRuns: runs, seed } : { numRuns: Number(wanted) };
  const law = fc.property(story, fc.nat(1000), (told, pick) => check(tellStory(told), pick));
  fc.assert(law, { ...more, interruptAfterTimeLimit: TIME });
}
