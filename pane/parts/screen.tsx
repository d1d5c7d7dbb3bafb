import type { ReactNode } from "react";
import type { ViewId, Views } from "../../core/index.ts";
import { isEditing } from "../command/command-state.ts";
import { Broken } from "../frame/error-boundary.tsx";
import { usePane } from "../pane-context.ts";
import { useView } from "../views/use-view.ts";
import { useWords } from "../words/words.tsx";
import { Reading } from "./reading.tsx";

/** A screen of one view: what it shows, or that it is being read, or why it could not be. */
export function Screen<V extends ViewId>({
  view,
  meeting = "",
  period = "",
  children,
}: {
  readonly view: V;
  /** The meeting that the view is about, where it is about one. */
  readonly meeting?: string;
  /** The period that it is about, likewise. */
  readonly period?: string;
  readonly children: (value: Views[V]) => ReactNode;
}): ReactNode {
  const { value, failure } = useView(view, meeting, period);
  const { refresh } = usePane();
  const { t, sayProblem } = useWords();
  if (typeof failure === "object" && failure !== null && isEditing(failure))
    return (
      <>
        <p role="status" className="card-line notice">
          {t("finish-editing")}
        </p>
        {value === undefined ? null : children(value)}
      </>
    );
  const detail = failure === null ? "" : typeof failure === "string" ? failure : sayProblem(failure);
  const isKnown = typeof failure === "object" && failure?.code !== "unexpected";
  if (value === undefined) return failure === null ? <Reading /> : <Broken detail={detail} isKnown={isKnown} onRetry={refresh} />;
  return (
    <>
      {failure === null ? null : <Broken detail={detail} isKnown={isKnown} onRetry={refresh} />}
      {children(value)}
    </>
  );
}
