import { useEffect, useRef, useState } from "react";

/** How long after the last letter what was typed is kept. */
const PAUSE = 600;

/** Text that is shown at once and kept after a pause, so that not every letter reads the workbook again; leaving keeps it, too. */
export function useSlowly(kept: string, keep: (value: string) => void): readonly [string, (value: string) => void] {
  const [typed, setTyped] = useState(kept);
  const pending = useRef<{ readonly value: string; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  const keeper = useRef(keep);
  keeper.current = keep;
  useEffect(
    () => () => {
      if (!pending.current) return;
      clearTimeout(pending.current.timer);
      keeper.current(pending.current.value);
    },
    [],
  );
  const change = (value: string): void => {
    setTyped(value);
    if (pending.current) clearTimeout(pending.current.timer);
    const timer = setTimeout(() => {
      pending.current = null;
      keeper.current(value);
    }, PAUSE);
    pending.current = { value, timer };
  };
  return [typed, change];
}
