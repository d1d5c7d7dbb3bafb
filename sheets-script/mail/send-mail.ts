/// <reference types="google-apps-script" />
import {
  type Addressee,
  type Context,
  cleanLine,
  cleanText,
  type Delivery,
  type Language,
  type Problem,
  planDelivery,
  problem,
  toIso,
  toTime,
} from "../../core/index.ts";

import { contextOf } from "../clock.ts";
import { underLock } from "../lock.ts";
import type { MailQuestion, ReadyMail, Sent } from "../post.ts";
import { troubleOf } from "../trouble.ts";
import type { Person } from "../wire.ts";
import { messageHere, problemHere } from "../words/words.ts";
import { type Noting, PostBook } from "./post-book.ts";

/** A message goes to at most this many addresses. */
const MOST = 50;

/** Who would get a mail now, and who would not and why. Nothing is sent. */
export function planReady(mail: MailQuestion): Delivery {
  return planDelivery(mail, PostBook.open().statesOf(mail.name), MailApp.getRemainingDailyQuota(), false);
}

/** Sends a mail to whoever has not got it, as far as the day's quota goes; the rest waits for another day. */
export function sendReady(mail: ReadyMail, person: Person, again: boolean): Sent {
  return sendAll([mail], person, again);
}

/** One mail after the other, while nobody else sends from this spreadsheet. */
export function sendAll(mails: readonly ReadyMail[], person: Person, again = false): Sent {
  return underLock(() => {
    const postBook = PostBook.open();
    const context = contextOf(person);
    return together(
      mails.map((mail) => {
        const delivery = planDelivery(mail, postBook.statesOf(mail.name), MailApp.getRemainingDailyQuota(), again);
        return deliver(postBook, mail, delivery, context);
      }),
    );
  });
}

export function together(parts: readonly Sent[]): Sent {
  return { report: parts.flatMap(({ report }) => report), problems: parts.flatMap(({ problems }) => problems) };
}

/** Sends as planned and notes it. Noted as begun before it goes out: what is cut off in between is asked about, never repeated. */
export function deliver(postBook: PostBook, mail: ReadyMail, delivery: Delivery, context: Context): Sent {
  const noting = { when: `${toIso(context.today)} ${toTime(context.now)}`, by: context.user.name };
  const { language } = context;
  const sent: Addressee[] = [];
  const later = [...delivery.later];
  const problems: Problem[] = [];
  for (let from = 0; from < delivery.now.length; from += MOST) {
    const people = delivery.now.slice(from, from + MOST);
    postBook.note(mail.name, mail.subject, people, "begun", noting);
    SpreadsheetApp.flush();
    try {
      MailApp.sendEmail(messageTo(people, mail));
    } catch (error) {
      const { word, params } = troubleOf(error);
      postBook.note(mail.name, mail.subject, people, "failed", noting);
      if (word === "sheets-used-up") {
        later.unshift(...delivery.now.slice(from));
        break;
      }
      problems.push(problemHere("error", language, "mail-failed", { names: namesOf(people, language), detail: params.detail ?? "" }));
      continue;
    }
    postBook.note(mail.name, mail.subject, people, "sent", noting);
    sent.push(...people);
  }
  const { report, trouble } = waitWith(postBook, mail, later, noting, language);
  return {
    report: [
      ...(sent.length > 0 ? [messageHere(language, "mail-sent", { subject: mail.subject, n: sent.length })] : []),
      ...report,
      ...(delivery.alreadySent.length > 0 ? [messageHere(language, "mail-already", { n: delivery.alreadySent.length })] : []),
    ],
    problems: [
      ...problems,
      ...trouble,
      ...(delivery.unsure.length > 0
        ? [problemHere("warning", language, "mail-unsure", { names: namesOf(delivery.unsure, language) })]
        : []),
      ...(delivery.unreachable.length > 0
        ? [
            problem("warning", "recipients-unreachable", {
              n: delivery.unreachable.length,
              names: namesOf(delivery.unreachable, language),
            }),
          ]
        : []),
    ],
  };
}

function waitWith(
  postBook: PostBook,
  mail: ReadyMail,
  later: readonly Addressee[],
  noting: Noting,
  language: Language,
): { readonly report: Sent["report"]; readonly trouble: readonly Problem[] } {
  if (later.length === 0) {
    postBook.keep(mail.name, null);
    return { report: [], trouble: [] };
  }
  if (!postBook.keep(mail.name, mail))
    return { report: [], trouble: [problemHere("error", language, "mail-too-large-to-wait", { n: later.length })] };
  postBook.note(mail.name, mail.subject, later, "waiting", noting);
  return { report: [messageHere(language, "mail-waits", { n: later.length })], trouble: [] };
}

function messageTo(
  people: readonly Addressee[],
  { from, subject, text, html, attachments }: ReadyMail,
): GoogleAppsScript.Mail.MailAdvancedParameters {
  const direct = people.filter(({ isCopied }) => !isCopied);
  // A message to nobody but those in copy is none.
  const to = direct.length > 0 ? direct : people;
  const cc = direct.length > 0 ? people.filter(({ isCopied }) => isCopied) : [];
  return {
    to: addresses(to),
    ...(cc.length > 0 ? { cc: addresses(cc) } : {}),
    subject: cleanLine(subject),
    body: cleanText(text),
    ...(html === undefined ? {} : { htmlBody: html }),
    ...(from ? { name: cleanLine(from.name), replyTo: from.email } : {}),
    attachments: attachments.map(({ name, mime, base64 }) => Utilities.newBlob(Utilities.base64Decode(base64), mime, cleanLine(name))),
  };
}

function addresses(people: readonly Addressee[]): string {
  return people.map(({ email }) => email).join(",");
}

function namesOf(people: readonly Addressee[], language: Language): string {
  return people.map(({ name, email }) => name || email).join(language === "en" ? ", " : "、");
}
