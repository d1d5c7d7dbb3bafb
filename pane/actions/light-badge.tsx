import { BranchRegular } from "@fluentui/react-icons/svg/branch";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { PersonQuestionMarkRegular } from "@fluentui/react-icons/svg/person-question-mark";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { SubtractCircleRegular } from "@fluentui/react-icons/svg/subtract-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactNode } from "react";
import { type Light, lightWords } from "../../core/index.ts";
import { useWords } from "../words/words.tsx";

const signs: Readonly<Record<Light, readonly [typeof ClockRegular, tone: string]>> = {
  overdue: [ErrorCircleRegular, "error"],
  noOwner: [PersonQuestionMarkRegular, "warning"],
  noDate: [WarningRegular, "warning"],
  unconfirmed: [QuestionCircleRegular, "warning"],
  dueSoon: [ClockRegular, "warning"],
  onTrack: [CheckmarkCircleRegular, "good"],
  done: [CheckmarkCircleRegular, "quiet"],
  doneLate: [CheckmarkCircleRegular, "quiet"],
  doneUndated: [WarningRegular, "warning"],
  cancelled: [SubtractCircleRegular, "quiet"],
  split: [BranchRegular, "quiet"],
  undecided: [QuestionCircleRegular, "quiet"],
};

/** An item's light by sign, word and colour. */
export function LightBadge({ light }: { readonly light: Light }): ReactNode {
  const { say } = useWords();
  const [Icon, tone] = signs[light];
  return (
    <span className={`light ${tone}`}>
      <Icon aria-hidden="true" />
      {say(lightWords[light])}
    </span>
  );
}
