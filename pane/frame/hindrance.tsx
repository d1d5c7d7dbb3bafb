import { Button } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import type { Problem } from "../../core/index.ts";
import { useWords } from "../words/words.tsx";

/** Why a cell could not be shown. */
export function Hindrance({ hindrance, onRead }: { readonly hindrance: Problem | string | null; readonly onRead: () => void }): ReactNode {
  const { t, sayProblem } = useWords();
  return (
    <div role="status" className={hindrance === null ? "hindrance-none" : "hindrance"}>
      {hindrance === null ? null : (
        <>
          <span>{typeof hindrance === "string" ? t("not-shown", { detail: hindrance }) : sayProblem(hindrance)}</span>
          <Button appearance="subtle" size="small" icon={<DismissRegular />} aria-label={t("close")} onClick={onRead} />
        </>
      )}
    </div>
  );
}
