import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import type { Problem } from "../../core/index.ts";
import { type TabId, usePane } from "../pane-context.ts";
import { Reading } from "../parts/reading.tsx";
import { Week } from "../week/week.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Header } from "./header.tsx";
import { Hindrance } from "./hindrance.tsx";
import { isTab, TabBar } from "./tab-bar.tsx";
import { TaskBar } from "./task-bar.tsx";
import { Toolbar } from "./toolbar.tsx";

const CommandPanel = lazy(async () => ({ default: (await import("../command/command-panel.tsx")).CommandPanel }));
const Actions = lazy(async () => ({ default: (await import("../actions/actions.tsx")).Actions }));
const Balance = lazy(async () => ({ default: (await import("../balance/balance.tsx")).Balance }));
const Register = lazy(async () => ({ default: (await import("../register/register.tsx")).Register }));
const Settings = lazy(async () => ({ default: (await import("../settings/settings.tsx")).Settings }));
const Meeting = lazy(async () => ({ default: (await import("../meeting/meeting.tsx")).Meeting }));
const Dashboard = lazy(async () => ({ default: (await import("../dashboard/dashboard.tsx")).Dashboard }));
const More = lazy(async () => ({ default: (await import("../more/more.tsx")).More }));

const screens: Readonly<Record<TabId, () => ReactNode>> = {
  week: () => <Week />,
  actions: () => <Actions />,
  balance: () => <Balance />,
  register: () => <Register />,
  settings: () => <Settings />,
  dashboard: () => <Dashboard />,
  more: () => <More />,
  meeting: () => <Meeting />,
};

interface Props {
  readonly tab: TabId;
  readonly hindrance: Problem | string | null;
  readonly onHindranceRead: () => void;
}

/** The meeting on top, the tabs, and below them one thing at a time: a screen, or the command that is being done. */
export function Frame({ tab, hindrance, onHindranceRead }: Props): ReactNode {
  const { command, show, opened, openMeeting } = usePane();
  const { step } = command.state;
  const [isAside, setAside] = useState(false);
  const subject = step === "idle" ? "" : command.state.command;
  // A command that begins, or has something new to say, comes to the front.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what brings it back.
  useEffect(() => setAside(false), [subject, step === "done" || step === "preview" || step === "form"]);
  const isInFront = step !== "idle" && !isAside;
  const screen = useRef<HTMLDivElement>(null);
  // The button that closed a command is gone with it: the keyboard goes on at the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change of what is in front is what moves it.
  useEffect(() => {
    if (document.activeElement === document.body) screen.current?.focus({ preventScroll: true });
  }, [isInFront]);
  const leaveCommand = (): void => {
    // A result that was left has been read.
    if (step === "done") command.close();
    else setAside(true);
  };
  const choose = (next: TabId): void => {
    show(next);
    leaveCommand();
  };
  const before = useRef(tab);
  // Who comes back from a meeting's screen finds the list as it was, and the keyboard where it left it.
  useEffect(() => {
    const wasMeeting = before.current === "meeting";
    before.current = tab;
    if (tab === "meeting") window.scrollTo(0, 0);
    else if (wasMeeting && opened && tab === opened.from) {
      window.scrollTo(0, opened.scrolled);
      const opener = screen.current?.querySelector<HTMLElement>(`[data-opens="${CSS.escape(opened.no)}"]`);
      (opener ?? screen.current)?.focus({ preventScroll: true });
    }
  }, [tab, opened]);
  return (
    <>
      <header>
        <Toolbar onMore={() => choose("more")} />
        <Header
          onOpen={(no) => {
            openMeeting(no);
            leaveCommand();
          }}
        />
      </header>
      <main className="body">
        <TabBar tab={tab} onChoose={choose} />
        {step !== "idle" && isAside ? <TaskBar onReturn={() => setAside(false)} /> : null}
        <div
          className="screen"
          id="screen"
          ref={screen}
          tabIndex={-1}
          {...(!isTab(tab) ? {} : { role: "tabpanel", "aria-labelledby": `tab-${tab}` })}
        >
          <ErrorBoundary key={isInFront ? "command" : `${tab} ${tab === "meeting" ? (opened?.no ?? "") : ""}`}>
            <Suspense fallback={<Reading />}>{isInFront ? <CommandPanel /> : screens[tab]()}</Suspense>
          </ErrorBoundary>
        </div>
      </main>
      <Hindrance hindrance={hindrance} onRead={onHindranceRead} />
    </>
  );
}
