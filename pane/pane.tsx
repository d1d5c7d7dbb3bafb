import { FluentProvider } from "@fluentui/react-components";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { CellPlace, MeetingPart, Problem } from "../core/index.ts";
import type { Arrivals } from "./arrivals.ts";
import { useCommand } from "./command/use-command.ts";
import type { Device } from "./device.ts";
import { ErrorBoundary } from "./frame/error-boundary.tsx";
import { Frame } from "./frame/frame.tsx";
import { type HostParts, NO_PARTS } from "./host-parts.ts";
import { type OpenedMeeting, PaneContext, type PaneTools, type TabId } from "./pane-context.ts";
import type { Runner } from "./runner.ts";
import { useTheme } from "./theme.ts";
import { ViewStore } from "./views/view-store.ts";
import { WordsProvider } from "./words/words.tsx";
import "./styles/pane.css";
import "./styles/lists.css";

export interface PaneProps {
  readonly runner: Runner;
  readonly device: Device;
  /** Commands that were started outside the pane; what they did is shown here. */
  readonly arrivals?: Arrivals;
  /** The same for as long as the pane is there. */
  readonly parts?: HostParts;
}

/** The whole task pane: the planner's week, over any workbook that a runner stands for. */
export function Pane({ runner, device, arrivals, parts = NO_PARTS }: PaneProps): ReactNode {
  const profile = useSyncExternalStore(
    useCallback((listener) => device.subscribe(listener), [device]),
    useCallback(() => device.current(), [device]),
  );
  const { theme, look } = useTheme(profile.theme);
  useEffect(() => {
    document.documentElement.lang = profile.language;
  }, [profile.language]);
  return (
    <FluentProvider theme={theme} className="pane" data-look={look}>
      <WordsProvider language={profile.language}>
        <ErrorBoundary>
          <Tools runner={runner} device={device} profile={profile} arrivals={arrivals} parts={parts} />
        </ErrorBoundary>
      </WordsProvider>
    </FluentProvider>
  );
}

function Tools({
  runner,
  device,
  profile,
  arrivals,
  parts,
}: Omit<PaneProps, "arrivals"> & Pick<PaneTools, "profile" | "parts"> & { arrivals: Arrivals | undefined }): ReactNode {
  const views = useMemo(() => new ViewStore(runner), [runner]);
  const [revision, setRevision] = useState(0);
  const [tab, setTab] = useState<TabId>("week");
  const [opened, setOpened] = useState<OpenedMeeting | null>(null);
  const kept = useRef(new Map<string, unknown>()).current;
  const [hindrance, setHindrance] = useState<Problem | string | null>(null);
  const refresh = useCallback(() => setRevision((count) => count + 1), []);
  const command = useCommand(runner, arrivals, refresh);
  const reveal = useCallback(
    (at: CellPlace) => {
      runner.reveal(at).then(setHindrance, (error) => setHindrance(error instanceof Error ? error.message : String(error)));
    },
    [runner],
  );
  const openMeeting = useCallback(
    (no: string, part: MeetingPart | null = null) => {
      setOpened((before) =>
        tab === "meeting" && before
          ? { ...before, no, part }
          : { no, part, from: tab === "meeting" ? "week" : tab, scrolled: window.scrollY },
      );
      setTab("meeting");
    },
    [tab],
  );
  // Who changed something in the grid comes back by clicking into the pane.
  useEffect(() => {
    window.addEventListener("focus", refresh);
    return () => window.removeEventListener("focus", refresh);
  }, [refresh]);
  // The person's name and language decide on what the views show.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the profile is what asks for a new reading.
  useEffect(refresh, [profile.name, profile.department, profile.language, refresh]);
  const tools = useMemo(
    () => ({ views, revision, refresh, command, reveal, pdf: runner.pdf, parts, profile, device, show: setTab, opened, openMeeting, kept }),
    [views, revision, refresh, command, reveal, runner, parts, profile, device, opened, openMeeting, kept],
  );
  return (
    <PaneContext value={tools}>
      {parts.Front ? (
        <parts.Front hindrance={hindrance} onHindranceRead={() => setHindrance(null)} />
      ) : (
        <Frame tab={tab} hindrance={hindrance} onHindranceRead={() => setHindrance(null)} />
      )}
    </PaneContext>
  );
}
