import { Button } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { Addressee, Delivery, Mail, Problem } from "../../core/index.ts";
import { ProblemList } from "../../pane/command/problem-list.tsx";
import { Reading } from "../../pane/parts/reading.tsx";
import { useWords } from "../../pane/words/words.tsx";
import { isProblem, type Post, type Sent } from "../post.ts";
import { type PostWord, usePostWords } from "./post-words.ts";
import { readyMail } from "./ready-mail.ts";

type Step =
  | { readonly at: "rest" }
  | { readonly at: "asking" }
  | { readonly at: "planned"; readonly delivery: Delivery }
  | { readonly at: "sending"; readonly delivery: Delivery }
  | { readonly at: "over"; readonly sent: Sent };

/** Sends a mail from the person's own account, once they have seen everybody it goes to. */
export function SendMail({ name, mail, post }: { readonly name: string; readonly mail: Mail; readonly post: Post }): ReactNode {
  const { t, say } = useWords();
  const mailWord = usePostWords();
  const [step, go] = useState<Step>({ at: "rest" });
  const ask = async (): Promise<void> => {
    go({ at: "asking" });
    const planned = await post.plan({ name, to: mail.to, cc: mail.cc });
    go(isProblem(planned) ? over(planned) : { at: "planned", delivery: planned });
  };
  const send = async (delivery: Delivery, again: boolean): Promise<void> => {
    go({ at: "sending", delivery });
    try {
      go({ at: "over", sent: await post.send(await readyMail(name, mail), again) });
    } catch (error) {
      go(over({ severity: "error", code: "unexpected", params: { detail: error instanceof Error ? error.message : String(error) } }));
    }
  };
  switch (step.at) {
    case "rest":
      return (
        <div className="buttons">
          <Button appearance="primary" size="small" onClick={() => void ask()}>
            {mailWord("send-mail")}
          </Button>
        </div>
      );
    case "asking":
      return <Reading />;
    case "over":
      return (
        <div role="status" className="list">
          {step.sent.report.map(({ code, params }) => (
            <p key={code}>{say(code, params)}</p>
          ))}
          <ProblemList problems={step.sent.problems} />
          <div className="buttons">
            <Button size="small" onClick={() => go({ at: "rest" })}>
              {t("close")}
            </Button>
          </div>
        </div>
      );
    default:
      return (
        <Recipients
          delivery={step.delivery}
          isSending={step.at === "sending"}
          onSend={(again) => void send(step.delivery, again)}
          onCancel={() => go({ at: "rest" })}
        />
      );
  }
}

interface RecipientsProps {
  readonly delivery: Delivery;
  readonly isSending: boolean;
  readonly onSend: (again: boolean) => void;
  readonly onCancel: () => void;
}

const GROUPS = [
  ["now", "mail-now"],
  ["later", "mail-later"],
  ["alreadySent", "mail-sent-before"],
  ["unsure", "mail-maybe-sent"],
  ["unreachable", "mail-no-address"],
] as const satisfies readonly (readonly [keyof Delivery, PostWord])[];

/** Everybody the mail names, by what will be done for them. */
function Recipients({ delivery, isSending, onSend, onCancel }: RecipientsProps): ReactNode {
  const { t } = useWords();
  const mailWord = usePostWords();
  const again = delivery.alreadySent.length + delivery.unsure.length;
  const fresh = delivery.now.length + delivery.later.length;
  return (
    <div className="list">
      {GROUPS.map(([group, title]) => (
        <Group key={group} title={mailWord(title, { n: delivery[group].length })} people={delivery[group]} />
      ))}
      <p className="quiet">{mailWord("mail-from-you")}</p>
      {isSending ? <Reading label={mailWord("mail-sending")} /> : null}
      <div className="buttons">
        {fresh > 0 ? (
          <Button appearance="primary" size="small" disabled={isSending} onClick={() => onSend(false)}>
            {delivery.now.length > 0
              ? mailWord("mail-send-now", { n: delivery.now.length })
              : mailWord("mail-let-wait", { n: delivery.later.length })}
          </Button>
        ) : null}
        {again > 0 ? (
          <Button size="small" disabled={isSending} onClick={() => onSend(true)}>
            {mailWord("mail-send-again", { n: again + fresh })}
          </Button>
        ) : null}
        <Button size="small" disabled={isSending} onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}

function Group({ title, people }: { readonly title: string; readonly people: readonly Addressee[] }): ReactNode {
  const mailWord = usePostWords();
  if (people.length === 0) return null;
  return (
    <div>
      <p className="preview-name">{title}</p>
      <ul className="recipients">
        {people.map(({ name, email, isCopied }) => (
          <li key={`${name} ${email}`}>
            <div>
              {name} {isCopied ? <span className="quiet">{mailWord("mail-copy")}</span> : null}
            </div>
            <div className="quiet">{email}</div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function over(found: Problem): Step {
  return { at: "over", sent: { report: [], problems: [found] } };
}
