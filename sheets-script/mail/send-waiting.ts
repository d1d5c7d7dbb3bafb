/// <reference types="google-apps-script" />
import { planDelivery } from "../../core/index.ts";
import { contextOf } from "../clock.ts";
import { underLock } from "../lock.ts";
import type { Sent } from "../post.ts";
import type { Person } from "../wire.ts";
import { messageHere, problemHere } from "../words/words.ts";
import { PostBook } from "./post-book.ts";
import { deliver, together } from "./send-mail.ts";

/** Sends what waited for another day, as far as today's quota goes. */
export function sendWaiting(person: Person): Sent {
  return underLock(() => {
    const postBook = PostBook.open();
    const mails = postBook.waitingMails();
    if (mails.length === 0) return { report: [messageHere(person.language, "mail-none-waits")], problems: [] };
    const done = mails.map(({ key, to, content }): Sent => {
      if (!content) return { report: [], problems: [problemHere("error", person.language, "mail-lost", { key, n: to.length })] };
      const people = { to: to.filter(({ isCopied }) => !isCopied), cc: to.filter(({ isCopied }) => isCopied) };
      const delivery = planDelivery(people, new Map(), MailApp.getRemainingDailyQuota(), false);
      return deliver(postBook, content, delivery, contextOf(person));
    });
    return together(done);
  });
}
