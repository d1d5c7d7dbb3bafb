import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactNode } from "react";
import type { Problem } from "../../core/index.ts";
import { useWords } from "../words/words.tsx";

const icons = { error: ErrorCircleRegular, warning: WarningRegular, note: InfoRegular };

/** How grave something is, by sign, colour and word. */
export function SeverityIcon({ severity }: Pick<Problem, "severity">): ReactNode {
  const { t } = useWords();
  const Icon = icons[severity];
  return (
    <span className={`severity ${severity}`}>
      <Icon aria-hidden="true" />
      <span className="unseen">{t(`severity-${severity}`)}</span>
    </span>
  );
}
