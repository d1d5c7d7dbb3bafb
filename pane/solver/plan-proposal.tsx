import { Button, Spinner } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type ProposedPlan, proposedPlan, showValue } from "../../core/index.ts";
import { usePane } from "../pane-context.ts";
import { useWords } from "../words/words.tsx";
import { solveInWorker } from "./in-worker.ts";

type Stage = "idle" | "solving" | "none" | { readonly failed: string } | ProposedPlan;

/** Has a plan worked out that leaves as little out of balance as can be; nothing is written before it was looked at. */
export function PlanProposalPart(): ReactNode {
  const { t, language } = useWords();
  const { views, command, revision } = usePane();
  const [stage, setStage] = useState<Stage>("idle");
  const work = useRef<AbortController | null>(null);
  // A proposal for figures that have changed since is worth nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision is what makes it stale.
  useEffect(() => {
    setStage("idle");
    return () => work.current?.abort();
  }, [revision]);

  const propose = async (): Promise<void> => {
    const mine = new AbortController();
    work.current = mine;
    setStage("solving");
    try {
      const { data, program } = await views.ask("plan");
      const solution = program && (await solveInWorker(program, mine.signal));
      if (!mine.signal.aborted) setStage(solution ? proposedPlan(data, solution) : "none");
    } catch (error) {
      if (!mine.signal.aborted) setStage({ failed: error instanceof Error ? error.message : String(error) });
    }
  };
  const giveUp = (): void => {
    work.current?.abort();
    setStage("idle");
  };

  if (stage === "solving")
    return (
      <div className="buttons">
        <Spinner size="tiny" label={t("plan-solving")} />
        <Button size="small" onClick={giveUp}>
          {t("cancel")}
        </Button>
      </div>
    );
  if (stage === "idle" || stage === "none" || "failed" in stage)
    return (
      <>
        <div className="buttons">
          <Button size="small" onClick={() => void propose()}>
            {t("plan-propose")}
          </Button>
        </div>
        {stage === "idle" ? null : (
          <p className="quiet" role="status">
            {stage === "none" ? t("plan-none") : t("plan-failed", { detail: stage.failed })}
          </p>
        )}
      </>
    );
  return (
    <div className="card" role="status">
      <p>{stage.plan.length === 0 ? t("plan-no-better") : t("plan-proposed", { n: stage.plan.length })}</p>
      <ul className="facts">
        {stage.outlook.map(({ kind, before, after }) => (
          <li key={kind}>{t("plan-outlook", { kind: showValue({ choice: "imbalanceKind" }, kind, language), before, after })}</li>
        ))}
      </ul>
      <div className="buttons">
        {stage.plan.length === 0 ? null : (
          <Button size="small" appearance="primary" onClick={() => command.start("adopt-plan", { plan: stage.plan })}>
            {t("plan-look")}
          </Button>
        )}
        <Button size="small" onClick={() => setStage("idle")}>
          {t("close")}
        </Button>
      </div>
    </div>
  );
}
