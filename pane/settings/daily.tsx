import { Button, Switch } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";
import type { Problem } from "../../core/index.ts";
import { ProblemList } from "../command/problem-list.tsx";
import { Reading } from "../parts/reading.tsx";
import { type DailyState, type DailyWork, isProblem, type Sent } from "../post.ts";
import { useWords } from "../words/words.tsx";

/** What the host does by itself every day, and the switch for it. */
export function Daily({ daily }: { readonly daily: DailyWork }): ReactNode {
  const { t, say } = useWords();
  const [state, setState] = useState<DailyState | null>(null);
  const [trouble, setTrouble] = useState<readonly Problem[]>([]);
  const [isBusy, setBusy] = useState(true);
  const [said, setSaid] = useState<Sent["report"]>([]);
  const take = async (asked: Promise<DailyState | Problem>): Promise<void> => {
    setBusy(true);
    const answer = await asked;
    if (isProblem(answer)) setTrouble([answer]);
    else {
      setState(answer);
      setTrouble([]);
    }
    setBusy(false);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the screen opens.
  useEffect(() => {
    void take(daily.state());
  }, [daily]);
  const sendWaiting = async (): Promise<void> => {
    setBusy(true);
    const sent = await daily.sendWaiting();
    setSaid(sent.report);
    await take(daily.state());
    if (sent.problems.length > 0) setTrouble(sent.problems);
  };
  return (
    <section aria-labelledby="daily-title">
      <h2 className="section" id="daily-title">
        {t("daily")}
      </h2>
      <p className="quiet">{t("daily-text")}</p>
      {state ? (
        <Switch
          label={t("daily-switch")}
          checked={state.isOn}
          disabled={isBusy}
          onChange={(_, { checked }) => void take(daily.turn(checked))}
        />
      ) : null}
      {isBusy ? <Reading /> : null}
      <ProblemList problems={trouble} />
      <div role="status">
        {said.map(({ code, params }) => (
          <p key={code}>{say(code, params)}</p>
        ))}
      </div>
      {state && state.waiting > 0 ? (
        <>
          <p>{t("mail-waiting", { n: state.waiting })}</p>
          <div className="buttons">
            <Button size="small" disabled={isBusy} onClick={() => void sendWaiting()}>
              {t("send-waiting")}
            </Button>
          </div>
        </>
      ) : null}
    </section>
  );
}
