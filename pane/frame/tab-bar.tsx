import { type KeyboardEvent, type ReactNode, useRef } from "react";
import type { TabId } from "../pane-context.ts";
import { useWords } from "../words/words.tsx";

const TABS = ["week", "actions", "balance", "register", "settings"] as const;

export function isTab(id: TabId): boolean {
  return TABS.some((tab) => tab === id);
}

interface Props {
  readonly tab: TabId;
  readonly onChoose: (tab: TabId) => void;
}

/** Tabs as the ARIA practices describe them: one stop for Tab, arrows between them. */
export function TabBar({ tab, onChoose }: Props): ReactNode {
  const { t } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const now = TABS.indexOf(tab as (typeof TABS)[number]);
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: TABS.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const chosen = TABS[(next + TABS.length) % TABS.length];
    if (chosen === undefined) return;
    onChoose(chosen);
    bar.current?.querySelector<HTMLElement>(`#tab-${chosen}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={t("tabs")} ref={bar} onKeyDown={move}>
      {TABS.map((id, index) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={id === tab}
          aria-controls="screen"
          tabIndex={id === tab || (!isTab(tab) && index === 0) ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {t(`tab-${id}`)}
        </button>
      ))}
    </div>
  );
}
