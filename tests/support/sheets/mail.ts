import type { Account, Mail } from "./account.ts";
import { isService, ownOf, ServiceException } from "./kernel.ts";
import type { Run } from "./run.ts";
import type { BlobMade } from "./utilities.ts";

export function mailService(run: Run, account: Account): object {
  const send = (mail: Mail): void => {
    const all = [mail.to, mail.cc ?? "", mail.bcc ?? ""]
      .flatMap((list) => list.split(","))
      .map((each) => each.trim())
      .filter((each) => each !== "");
    if (all.length === 0) throw new ServiceException("Failed to send email: no recipient");
    const wrong = all.find((each) => !/^(?:.*<)?[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+>?$/.test(each));
    if (wrong !== undefined) throw new ServiceException(`Invalid email: ${wrong}`);
    if (all.length > account.mailQuota) throw new ServiceException("Service invoked too many times for one day: email.");
    account.mailQuota -= all.length;
    account.sent.push(mail);
  };
  const attachmentsIn = (value: unknown): Mail["attachments"] =>
    (Array.isArray(value) ? value : []).map((each) => {
      if (!isService(each, "Base.Blob")) throw new ServiceException("Invalid attachment");
      return ownOf<BlobMade>(each);
    });
  const KNOWN = ["to", "subject", "body", "htmlBody", "cc", "bcc", "replyTo", "name", "attachments", "noReply", "inlineImages"];
  const withOptions = (mail: Mail, options: Readonly<Record<string, unknown>>): void => {
    const strange = Object.keys(options).find((key) => !KNOWN.includes(key));
    if (strange !== undefined) throw new Error(`A mail has no ${strange}.`);
    const { attachments, ...texts } = options;
    send({ ...mail, ...(texts as Partial<Mail>), attachments: attachmentsIn(attachments) });
  };
  return run.kernel.serve("Mail.MailApp", {
    getRemainingDailyQuota: () => account.mailQuota,
    sendEmail: (...given: readonly unknown[]) => {
      const [first, subject, body, options] = given;
      if (given.length === 1) withOptions({ to: "", subject: "", body: "", attachments: [] }, first as Record<string, unknown>);
      else
        withOptions(
          { to: String(first), subject: String(subject), body: String(body), attachments: [] },
          (options ?? {}) as Record<string, unknown>,
        );
    },
  });
}
