import { createContext, type ReactNode, useContext, useMemo } from "react";
import { fill, type Language, type Message, type Problem, say, type WordKey } from "../../core/index.ts";
import { en } from "./en.ts";
import { zhCN } from "./zh-cn.ts";

export type PaneWord = keyof typeof zhCN;
type Params = Message["params"];

const languages: Readonly<Record<Language, Readonly<Record<PaneWord, string>>>> = { "zh-CN": zhCN, en };

/** What the pane says, and what core says, in the language of the person at the device. */
export interface Words {
  readonly language: Language;
  /** A word or sentence of the pane. */
  readonly t: (key: PaneWord, params?: Params) => string;
  /** A word or sentence of core. */
  readonly say: (code: WordKey, params?: Params) => string;
  readonly sayProblem: (found: Problem) => string;
}

export function wordsOf(language: Language): Words {
  const t = (key: PaneWord, params: Params = {}): string => fill(languages[language][key], params);
  return {
    language,
    t,
    say: (code, params) => say(language, code, params),
    sayProblem: (found) => {
      const own = ownSentences[found.code];
      return own ? t(own, found.params) : say(language, found.code, found.params);
    },
  };
}

/** Core's sentences name what to type on a command line; here there are buttons for it. */
const ownSentences: Partial<Record<WordKey, PaneWord>> = {
  "cell-cleared": "problem-cell-cleared",
  "both-changed": "problem-both-changed",
  "agenda-row-deleted": "problem-agenda-row-deleted",
  "row-deleted": "problem-row-deleted",
  "row-gone-from-register": "problem-row-gone",
};

const WordsContext = createContext<Words>(wordsOf("zh-CN"));

export function WordsProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }): ReactNode {
  const words = useMemo(() => wordsOf(language), [language]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  return useContext(WordsContext);
}
