import { useCallback, useEffect, useSyncExternalStore } from "react";
import type { ViewId, Views } from "../../core/index.ts";
import { usePane } from "../pane-context.ts";
import type { Seen } from "./view-store.ts";

/** How often it looks whether the cell is still being edited. */
const LOOK_AGAIN = 1500;

/** What a view shows, read when the screen opens and again whenever the workbook may have changed. */
export function useView<V extends ViewId>(id: V, meeting = "", period = ""): Seen<Views[V]> {
  const { views, revision } = usePane();
  const seen = useSyncExternalStore(
    views.subscribe,
    useCallback(() => views.get(id, meeting, period), [views, id, meeting, period]),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is what asks for a new reading.
  useEffect(() => {
    void views.read(id, meeting, period);
  }, [views, id, meeting, period, revision]);
  const isEditing = typeof seen.failure === "object" && seen.failure?.code === "excel-editing-cell";
  useEffect(() => {
    if (!isEditing || seen.isReading) return;
    const timer = setTimeout(() => void views.read(id, meeting, period), LOOK_AGAIN);
    return () => clearTimeout(timer);
  }, [views, id, meeting, period, isEditing, seen.isReading]);
  return seen;
}
