import { lazy, type ReactNode, useState } from "react";
import type { WeekView } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { usePane } from "../pane-context.ts";
import { EmptyState } from "../parts/empty-state.tsx";
import { Screen } from "../parts/screen.tsx";
import { useWords } from "../words/words.tsx";
import { Duties } from "./duties.tsx";

const FirstRun = lazy(async () => ({ default: (await import("./first-run.tsx")).FirstRun }));
const Introduction = lazy(async () => ({ default: (await import("./introduction.tsx")).Introduction }));

/** What can be done now, most important first. */
export function Week(): ReactNode {
  return <Screen view="week">{(week) => <ThisWeek week={week} />}</Screen>;
}

function ThisWeek({ week }: { readonly week: WeekView }): ReactNode {
  const { profile } = usePane();
  const [isSkipped, setSkipped] = useState(false);
  const { t } = useWords();
  if (week.book !== "concord" && !isSkipped) return <FirstRun week={week} onSkip={() => setSkipped(true)} />;
  return (
    <>
      {profile.isIntroduced ? null : <Introduction />}
      {week.duties.length > 0 ? (
        <Duties duties={week.duties} />
      ) : week.book === "none" ? (
        <EmptyState title={t("no-register-title")} text={t("no-register-text")}>
          <CommandButton command="set-up-workbook" asks appearance="primary" />
        </EmptyState>
      ) : (
        <EmptyState
          title={t(week.meeting ? "nothing-due-title" : "no-meeting-title")}
          text={t(week.meeting ? "nothing-due-text" : "no-meeting-text")}
        >
          {week.meeting ? null : <CommandButton command="plan-meetings" appearance="primary" />}
        </EmptyState>
      )}
    </>
  );
}
