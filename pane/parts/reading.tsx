import { Spinner } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useWords } from "../words/words.tsx";

export function Reading({ label }: { readonly label?: string }): ReactNode {
  const { t } = useWords();
  return (
    <div className="reading">
      <Spinner size="small" label={label ?? t("reading")} />
    </div>
  );
}
