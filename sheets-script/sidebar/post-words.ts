import { fill, type Message } from "../../core/index.ts";
import { useWords } from "../../pane/words/words.tsx";

/** Only a host that sends mail itself says these, so that they come with its screens and no sooner. */
const zhCN = {
  "send-mail": "用我的账号发送…",
  "mail-now": "现在发送（{n} 人）",
  "mail-later": "今天的额度不够，排到明天（{n} 人）",
  "mail-sent-before": "之前已发过（{n} 人）",
  "mail-maybe-sent": "上次发送中断，可能已收到（{n} 人）",
  "mail-no-address": "没有可用的邮箱（{n} 人）",
  "mail-copy": "抄送",
  "mail-from-you": "邮件从您的 Google 账号发出，附件随信。确认前不会发送。",
  "mail-sending": "正在发送…",
  "mail-send-now": "发给这 {n} 人",
  "mail-let-wait": "排到明天（{n} 人）",
  "mail-send-again": "全部再发一次（{n} 人）",
  daily: "每天自动",
  "daily-text": "每天早上八点多，从打开它的人的账号发出催办单和排队的邮件，同一事项一天只催一次。不打开表格也会做。",
  "daily-switch": "每天自动催办",
  "mail-waiting": "有 {n} 位收件人的邮件在排队。",
  "send-waiting": "现在发送排队的邮件",
} as const;

export type PostWord = keyof typeof zhCN;

const en: Readonly<Record<PostWord, string>> = {
  "send-mail": "Send from my account…",
  "mail-now": "Now ({n})",
  "mail-later": "More than today's quota allows: tomorrow ({n})",
  "mail-sent-before": "Have it already ({n})",
  "mail-maybe-sent": "Sending was cut off, may have it ({n})",
  "mail-no-address": "No address that works ({n})",
  "mail-copy": "copy",
  "mail-from-you": "The mail goes out from your Google account, with its attachments. Nothing is sent before you confirm.",
  "mail-sending": "Sending…",
  "mail-send-now": "Send to these {n}",
  "mail-let-wait": "Queue for tomorrow ({n})",
  "mail-send-again": "Send to all {n} again",
  daily: "Every day by itself",
  "daily-text":
    "Every morning after eight, reminders and mail that waits go out from the account of whoever turned this on, nobody is told twice on a day, and nobody has to open the sheet.",
  "daily-switch": "Remind every day",
  "mail-waiting": "Mail is waiting for {n} {n|recipient|recipients}.",
  "send-waiting": "Send the waiting mail now",
};

export function usePostWords(): (key: PostWord, params?: Message["params"]) => string {
  const { language } = useWords();
  const words = language === "en" ? en : zhCN;
  return (key, params = {}) => fill(words[key], params);
}
