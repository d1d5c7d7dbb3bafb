import "../styles/meeting.css";
import { Button } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { type ReactNode, useEffect, useRef } from "react";
import type { MeetingDetail, MeetingPart } from "../../core/index.ts";
import { type OpenedMeeting, usePane } from "../pane-context.ts";
import { EmptyState } from "../parts/empty-state.tsx";
import { Screen } from "../parts/screen.tsx";
import { Duties } from "../week/duties.tsx";
import { useWords } from "../words/words.tsx";
import { AgendaPart } from "./agenda-part.tsx";
import { DocumentsPart } from "./documents-part.tsx";
import { MeetingFacts } from "./meeting-facts.tsx";
import { PapersPart } from "./papers-part.tsx";
import { PartChooser } from "./part-chooser.tsx";
import { PeoplePart } from "./people-part.tsx";

/** One meeting's own screen: what is to be done about it, and everything that belongs to it. */
export function Meeting(): ReactNode {
  const { opened } = usePane();
  if (!opened) return null;
  return (
    <>
      <BackButton from={opened.from} />
      <Screen view="meeting" meeting={opened.no}>
        {({ meeting, today }) => (meeting ? <Detail meeting={meeting} today={today} chosen={opened.part} /> : <Gone />)}
      </Screen>
    </>
  );
}

function BackButton({ from }: Pick<OpenedMeeting, "from">): ReactNode {
  const { show } = usePane();
  const { t } = useWords();
  return (
    <div className="buttons">
      <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => show(from)}>
        {t("back-to", { name: t(from === "more" ? "more" : `tab-${from}`) })}
      </Button>
    </div>
  );
}

function Gone(): ReactNode {
  const { show } = usePane();
  const { t } = useWords();
  return (
    <EmptyState title={t("meeting-gone-title")} text={t("meeting-gone-text")}>
      <Button appearance="primary" onClick={() => show("register")}>
        {t("tab-register")}
      </Button>
    </EmptyState>
  );
}

interface Props {
  readonly meeting: MeetingDetail;
  readonly today: number;
  readonly chosen: MeetingPart | null;
}

function Detail({ meeting, today, chosen }: Props): ReactNode {
  const { openMeeting } = usePane();
  const { no, name } = meeting.head;
  const heading = useRef<HTMLHeadingElement>(null);
  const parts = useRef<HTMLDivElement>(null);
  const part = chosen ?? firstPart(meeting);
  // What led here is gone from the screen: reading goes on at the meeting's name, or at the part that was asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the meeting that is opened moves the keyboard.
  useEffect(() => {
    if (chosen === null) heading.current?.focus({ preventScroll: true });
    else showPart(parts.current);
  }, [no]);
  return (
    <>
      <h2 className="section" tabIndex={-1} ref={heading}>
        {name || no}
      </h2>
      <MeetingFacts meeting={meeting} today={today} />
      {meeting.duties.length > 0 ? (
        <Duties
          duties={meeting.duties}
          onOpen={(wanted) => {
            openMeeting(no, wanted);
            showPart(parts.current);
          }}
        />
      ) : null}
      <div ref={parts} className="list">
        <PartChooser meeting={meeting} part={part} onChoose={(wanted) => openMeeting(no, wanted)} />
        <Part meeting={meeting} today={today} part={part} />
      </div>
    </>
  );
}

function showPart(parts: HTMLElement | null): void {
  requestAnimationFrame(() => {
    parts?.scrollIntoView({ block: "start" });
    parts?.querySelector<HTMLElement>("input:checked")?.focus({ preventScroll: true });
  });
}

/** Before a meeting its agenda matters, in it the people, after it the documents. */
function firstPart({ stage }: MeetingDetail): MeetingPart {
  return stage === "hold" ? "people" : stage === "follow" || stage === "file" ? "documents" : "agenda";
}

function Part({ meeting, today, part }: Omit<Props, "chosen"> & { readonly part: MeetingPart }): ReactNode {
  switch (part) {
    case "agenda":
      return <AgendaPart meeting={meeting} />;
    case "papers":
      return <PapersPart meeting={meeting} today={today} />;
    case "people":
      return <PeoplePart meeting={meeting} />;
    case "documents":
      return <DocumentsPart meeting={meeting} today={today} />;
  }
}
