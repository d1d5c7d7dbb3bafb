import { Button } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { useWords } from "../words/words.tsx";

const PAGE = 50;

interface Props<T> {
  readonly of: readonly T[];
  readonly className?: string;
  readonly label?: string;
  readonly children: (item: T, index: number) => ReactNode;
}

/** A list that shows its first fifty, and more when asked. Each child is an `li`. */
export function Paged<T>({ of, className = "list", label, children }: Props<T>): ReactNode {
  const { t } = useWords();
  const [shown, setShown] = useState(PAGE);
  const left = of.length - shown;
  return (
    <>
      <ul className={className} aria-label={label}>
        {of.slice(0, shown).map(children)}
      </ul>
      {left > 0 ? (
        <Button appearance="subtle" className="wide" onClick={() => setShown(shown + PAGE)}>
          {t("show-more", { n: Math.min(PAGE, left), left })}
        </Button>
      ) : null}
    </>
  );
}
