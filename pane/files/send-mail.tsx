import { Button } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { Addressee, Delivery, Mail, Problem } from "../../core/index.ts";
import { ProblemList } from "../command/problem-list.tsx";
import { Reading } from "../parts/reading.tsx";
import { isProblem, type Post, type Sent } from "../post.ts";
import { type PaneWord, useWords } from "../words/words.tsx";
import { readyMail } from "./ready-mail.ts";

type Step =
  | { readonly at: "rest" }
  | { readonly at: "asking" }
  | { readonly at: "planned"; readonly delivery: Delivery }
  | { readonly at: "sending"; readonly delivery: Delivery }
  | { readonly at: "over"; readonly sent: Sent };

/** Sends a mail from the person's own account, once they have seen everybody it goes to. */
export function SendMail({ mail, post }: { readonly mail: Mail; readonly post: Post }): ReactNode {
  const { t, say } = useWords();
  const [step, go] = useState<Step>({ at: "rest" });
  const ask = async (): Promise<void> => {
    go({ at: "asking" });
    const planned = await post.plan({ ...mail, attachments: mail.attachments.map(({ name }) => ({ name })) });
    go(isProblem(planned) ? over(planned) : { at: "planned", delivery: planned });
  };
  const send = async (delivery: Delivery, again: boolean): Promise<void> => {
    go({ at: "sending", delivery });
    try {
      go({ at: "over", sent: await post.send(await readyMail(mail), again) });
    } catch (error) {
      go(over({ severity: "error", code: "unexpected", params: { detail: error instanceof Error ? error.message : String(error) } }));
    }
  };
  switch (step.at) {
    case "rest":
      return (
        <div className="buttons">
          <Button appearance="primary" size="small" onClick={() => void ask()}>
            {t("send-mail")}
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
] as const satisfies readonly (readonly [keyof Delivery, PaneWord])[];

/** Everybody the mail names, by what will be done for them. */
function Recipients({ delivery, isSending, onSend, onCancel }: RecipientsProps): ReactNode {
  const { t } = useWords();
  const again = delivery.alreadySent.length + delivery.unsure.length;
  const fresh = delivery.now.length + delivery.later.length;
  return (
    <div className="list">
      {GROUPS.map(([group, title]) => (
        <Group key={group} title={t(title, { n: delivery[group].length })} people={delivery[group]} />
      ))}
      <p className="quiet">{t("mail-from-you")}</p>
      {isSending ? <Reading label={t("mail-sending")} /> : null}
      <div className="buttons">
        {fresh > 0 ? (
          <Button appearance="primary" size="small" disabled={isSending} onClick={() => onSend(false)}>
            {delivery.now.length > 0 ? t("mail-send-now", { n: delivery.now.length }) : t("mail-let-wait", { n: delivery.later.length })}
          </Button>
        ) : null}
        {again > 0 ? (
          <Button size="small" disabled={isSending} onClick={() => onSend(true)}>
            {t("mail-send-again", { n: again + fresh })}
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
  const { t } = useWords();
  if (people.length === 0) return null;
  return (
    <div>
      <p className="preview-name">{title}</p>
      <ul className="lines recipients">
        {people.map(({ name, email, isCopied }) => (
          <li key={`${name} ${email}`}>
            {name} {email ? <span className="quiet">{email}</span> : null}{" "}
            {isCopied ? <span className="quiet">{t("mail-copy")}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function over(found: Problem): Step {
  return { at: "over", sent: { report: [], problems: [found] } };
}
