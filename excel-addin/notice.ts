import { type Language, say, type WordKey } from "../core/index.ts";

const LANGUAGES: readonly Language[] = ["zh-CN", "en"];

/** Says on an otherwise empty page why there is no pane: in both languages, since none was chosen yet. */
export function showNotice(root: HTMLElement, why: WordKey): void {
  const notice = document.createElement("main");
  notice.className = "notice";
  for (const language of LANGUAGES) {
    const line = document.createElement("p");
    line.lang = language;
    line.textContent = say(language, why);
    notice.append(line);
  }
  root.replaceChildren(notice);
}
