import { ArrowTrendingLinesRegular } from "@fluentui/react-icons/svg/arrow-trending-lines";
import { BoxMultipleRegular } from "@fluentui/react-icons/svg/box-multiple";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { GaugeRegular } from "@fluentui/react-icons/svg/gauge";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactNode } from "react";
import { type ImbalanceLine, showValue } from "../../core/index.ts";
import { useWords } from "../words/words.tsx";

const signs: Readonly<Record<ImbalanceLine["kind"], readonly [typeof WarningRegular, tone: string]>> = {
  shortage: [ErrorCircleRegular, "error"],
  componentShortage: [WarningRegular, "error"],
  overload: [GaugeRegular, "warning"],
  belowSafety: [ArrowTrendingLinesRegular, "warning"],
  excess: [BoxMultipleRegular, "quiet"],
};

/** What sort of imbalance it is, by sign, word and colour. */
export function KindBadge({ kind }: Pick<ImbalanceLine, "kind">): ReactNode {
  const { language } = useWords();
  const [Icon, tone] = signs[kind];
  return (
    <span className={`light ${tone}`}>
      <Icon aria-hidden="true" />
      {showValue({ choice: "imbalanceKind" }, kind, language)}
    </span>
  );
}
