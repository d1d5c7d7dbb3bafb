import { closingChange } from "../balance/closing-change.ts";
import { compareWithBaseline } from "../balance/compare-baseline.ts";
import { reviewEffect } from "../balance/review-effect.ts";
import { changesOf, type ExpectedChange } from "../effects/changes-of.ts";
import { chosenBaseline } from "../effects/chosen-baseline.ts";
import { effectCells } from "../effects/effect-line.ts";
import { sayReview, sayVerdicts } from "../effects/say-effects.ts";
import { chosenMinutes } from "../meeting/minutes-versions.ts";
import { planningStudy } from "../planning/planning-study.ts";
import { planningTables } from "../planning/read-planning.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { key } from "../tables/field.ts";
import { message } from "../words/message.ts";
import type { RowChange } from "../workbook/patch.ts";
import { rowByKey, rowsOf, type Snapshot } from "../workbook/snapshot.ts";

/** At the next meeting: what became of what the last one's resolutions were expected to change. */
export const reviewEffects = defineCommand({
  id: "review-effects",
  stage: "prepare",
  title: "command-review-effects",
  help: "help-review-effects",
  input: { meeting: key("会议编号", "Meeting no.") },
  reads: (_, state, context) => {
    const next = chosenMinutes(state, "", context.today);
    return { tables: [...planningTables, "imbalances", "expectedChanges", "resolutions", "meetings"], documents: next ? [next.id] : [] };
  },
  decide: (snapshot, input, context): Decision => {
    const chosen = chosenBaseline(snapshot, input.meeting, context.today);
    if ("code" in chosen) return { patch: [], report: [], problems: [chosen] };
    const { meeting, baseline } = chosen;
    const isOwn = (no: string): boolean => rowByKey(snapshot, "resolutions", no)?.values.meeting === meeting;
    const held = rowByKey(snapshot, "meetings", meeting)?.values.date ?? context.today;
    const { changes, problems } = changesOf(snapshot, isOwn, held);
    if (changes.length === 0) return { patch: [], report: [message("effects-none", { no: meeting })], problems };
    const study = planningStudy(snapshot, context.today, Math.min(held, context.today));
    const comparison = compareWithBaseline(study, baseline);
    const reviews = [...byResolution(changes)].map(([no, own]) => {
      const about = imbalanceOf(snapshot, no);
      const review = reviewEffect(
        study,
        baseline,
        about,
        own.map(({ change }) => change),
      );
      return { own, review, detail: sayReview(review, closingChange(comparison, baseline, about), snapshot.language) };
    });
    const rows = reviews.flatMap(({ own, review, detail }) =>
      own.map(({ row }): RowChange => {
        const values = { verdict: review.verdict, detail };
        const isSame = row.values.verdict === values.verdict && row.values.detail === detail;
        return { key: row.key, row: row.row, values: isSame ? {} : { ...values, reviewedOn: context.today } };
      }),
    );
    const said = sayVerdicts(
      meeting,
      reviews.map(({ review }) => review.verdict),
      snapshot.language,
    );
    const next = chosenMinutes(snapshot.state, "", context.today);
    return {
      patch: [
        { kind: "rows", table: "expectedChanges", rows },
        ...(next && next.meeting !== meeting ? effectCells(snapshot, next.id, "review", said) : []),
      ],
      report: [message("effects-reviewed", { no: meeting, said })],
      problems,
    };
  },
});

function byResolution(changes: readonly ExpectedChange[]): Map<string, ExpectedChange[]> {
  const found = new Map<string, ExpectedChange[]>();
  for (const each of changes) found.set(each.row.values.resolution, [...(found.get(each.row.values.resolution) ?? []), each]);
  return found;
}

/** The imbalance that a resolution is about: the one that was raised as its topic. */
function imbalanceOf(snapshot: Snapshot, resolution: string): string {
  const topic = rowByKey(snapshot, "resolutions", resolution)?.values.topic ?? "";
  return topic === "" ? "" : (rowsOf(snapshot, "imbalances").find(({ values }) => values.topic === topic)?.key ?? "");
}
