import { checkEffects as check } from "../balance/check-effects.ts";
import { changesOf, type ExpectedChange } from "../effects/changes-of.ts";
import { effectCells } from "../effects/effect-line.ts";
import { sayCheck } from "../effects/say-effects.ts";
import { gapsNow } from "../imbalance/imbalance-rows.ts";
import { chosenMinutes } from "../meeting/minutes-versions.ts";
import { planningStudy } from "../planning/planning-study.ts";
import { planningTables } from "../planning/read-planning.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { key } from "../tables/field.ts";
import { message, problem } from "../words/message.ts";
import { rowByKey } from "../workbook/snapshot.ts";

/** Before a meeting closes: would all that its resolutions are expected to change clear the list together, and do they overload a line? */
export const checkEffects = defineCommand({
  id: "check-effects",
  stage: "hold",
  title: "command-check-effects",
  help: "help-check-effects",
  input: { meeting: key("会议编号", "Meeting no.") },
  reads: (input, state, context) => {
    const chosen = chosenMinutes(state, input.meeting, context.today);
    return {
      tables: [...planningTables, "imbalances", "expectedChanges", "resolutions", "meetings"],
      documents: chosen ? [chosen.id] : [],
    };
  },
  decide: (snapshot, input, context): Decision => {
    const chosen = chosenMinutes(snapshot.state, input.meeting, context.today);
    const meeting = chosen?.meeting ?? input.meeting;
    if (meeting === "" || !rowByKey(snapshot, "meetings", meeting))
      return { patch: [], report: [], problems: [problem("error", meeting === "" ? "no-minutes" : "meeting-unknown", { no: meeting })] };
    const isOwn = (no: string): boolean => rowByKey(snapshot, "resolutions", no)?.values.meeting === meeting;
    const { changes, problems } = changesOf(snapshot, isOwn, context.today);
    if (changes.length === 0) return { patch: [], report: [message("effects-none", { no: meeting })], problems };
    const study = planningStudy(snapshot, context.today);
    const isThere = ({ change }: ExpectedChange): boolean =>
      study.products.has(change.product) && study.periods.some(({ key }) => key === change.period);
    const counted = changes.filter(isThere);
    const left = changes.filter((each) => !isThere(each));
    const found = check(
      study,
      gapsNow(snapshot, study),
      counted.map(({ change }) => change),
    );
    const said = sayCheck(found, snapshot.language);
    return {
      patch: chosen ? effectCells(snapshot, chosen.id, "effects", said) : [],
      report: [message("effects-checked", { no: meeting, n: counted.length, said })],
      problems: [
        ...problems,
        ...left.map(({ change: { product, period }, at }) => problem("warning", "change-not-in-balance", { product, period }, at)),
      ],
    };
  },
});
