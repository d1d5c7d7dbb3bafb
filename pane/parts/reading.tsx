import { Spinner } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useWords } from "../words/words.tsx";

export function Reading(): ReactNode {
  const { t } = useWords();
  return (
    <div className="reading">
      <Spinner size="small" label={t("reading")} />
    </div>
  );
}
