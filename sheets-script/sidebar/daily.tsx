import { Button, Switch } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";
import type { Problem } from "../../core/index.ts";
import { ProblemList } from "../../pane/command/problem-list.tsx";
import { useWords } from "../../pane/words/words.tsx";
import { type DailyState, type DailyWork, isProblem, type Sent } from "../post.ts";
import { usePostWords } from "./post-words.ts";

/** What the host does by itself every day, and the switch for it. */
export function Daily({ daily }: { readonly daily: DailyWork }): ReactNode {
  const { say } = useWords();
  const mailWord = usePostWords();
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
        {mailWord("daily")}
      </h2>
      <p className="quiet">{mailWord("daily-text")}</p>
      <Switch
        label={mailWord("daily-switch")}
        checked={state?.isOn ?? false}
        disabled={isBusy}
        onChange={(_, { checked }) => void take(daily.turn(checked))}
      />
      <ProblemList problems={trouble} />
      <div role="status">
        {said.map(({ code, params }) => (
          <p key={code}>{say(code, params)}</p>
        ))}
      </div>
      {state && state.waiting > 0 ? (
        <>
          <p>{mailWord("mail-waiting", { n: state.waiting })}</p>
          <div className="buttons">
            <Button size="small" disabled={isBusy} onClick={() => void sendWaiting()}>
              {mailWord("send-waiting")}
            </Button>
          </div>
        </>
      ) : null}
    </section>
  );
}
