import { useState } from "react";
import { usePane } from "../pane-context.ts";

/** State that outlives its screen: it is still there after something else was in front. */
export function useKept<T>(key: string, first: T): readonly [T, (next: T) => void] {
  const { kept } = usePane();
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : first));
  const keep = (next: T): void => {
    kept.set(key, next);
    setValue(next);
  };
  return [value, keep];
}
