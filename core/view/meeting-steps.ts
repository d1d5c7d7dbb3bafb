import { isSealed, sealedIds, sealOf } from "../archive/seal.ts";
import { toIso } from "../base/plain-date.ts";
import { isComing, isHeld, type MeetingRow } from "../meeting/choose-meeting.ts";
import { newestMinutes } from "../meeting/minutes-versions.ts";
import { lastNotice } from "../meeting/notice-version.ts";
import type { Context } from "../run/command.ts";
import { type Message, message } from "../words/message.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { documentPlace } from "./cells.ts";
import { type Offer, offer, offerForm } from "./duty.ts";

/** Something that is done with a meeting, and what stands against it as things are. */
export interface MeetingStep {
  readonly stage: "prepare" | "hold" | "file";
  readonly command: Offer;
  readonly hindrance: Message | null;
}

/** Everything that can be done with a meeting in its state, in the order in which it is done. */
export function stepsOf(snapshot: Snapshot, row: MeetingRow, context: Context): MeetingStep[] {
  const { key: no, values } = row;
  if (no === "") return [];
  if (values.state === "proposed")
    return [
      step("prepare", offerForm("confirm-meeting", { meeting: no })),
      step("prepare", offerForm("decline-meeting", { meeting: no })),
      step("prepare", offerForm("propose-topic", { meeting: no })),
    ];
  if (values.state === "cancelled" && lastNotice(snapshot, no) > 0) return [step("prepare", offer("send-notice", { meeting: no }))];
  if (!isComing(row) && !isHeld(row)) return [];
  return [...(isComing(row) ? preparing(row) : []), ...holding(snapshot, row, context), ...filing(snapshot, row, context)];
}

function step(stage: MeetingStep["stage"], command: Offer, hindrance: Message | null = null): MeetingStep {
  return { stage, command, hindrance };
}

function preparing({ key: no, values }: MeetingRow): MeetingStep[] {
  const missing = (["date", "chair", "recorder", "start", "place"] as const).find(
    (field) => values[field] === "" || values[field] === null,
  );
  return [
    step("prepare", offer("prepare-meeting", { meeting: no }), values.date === null ? message("date-missing", { no }) : null),
    step("prepare", offerForm("propose-topic", { meeting: no })),
    step("prepare", offerForm("request-leave", { meeting: no })),
    step("prepare", offer("send-notice", { meeting: no }), missing ? message(`${missing}-missing`, { no }) : null),
    step("prepare", offerForm("move-meeting", { meeting: no })),
    step("prepare", offerForm("cancel-meeting", { meeting: no })),
  ];
}

/** Where the minutes of a meeting stand. */
function minutesOf(snapshot: Snapshot, { key: no, values }: MeetingRow) {
  const newest = newestMinutes(snapshot.state, no);
  const sheet = newest ? documentPlace(snapshot, newest.id)?.sheet : undefined;
  const sealed = newest && sheet !== undefined && isSealed(snapshot, newest.id) ? sealOf(snapshot.state, newest.id) : undefined;
  const isApproved = newest !== undefined && sheet !== undefined && isSealed(snapshot, newest.id);
  const by = sealed?.by ?? values.approvedBy;
  const on = sealed?.on ?? values.approvedOn;
  return { sheet, isApproved, by, on: on === null ? "" : toIso(on) };
}

function holding(snapshot: Snapshot, row: MeetingRow, { today }: Context): MeetingStep[] {
  const { key: no, values } = row;
  const { sheet, isApproved } = minutesOf(snapshot, row);
  const dateless = values.date === null ? message("date-missing", { no }) : null;
  const isAhead = (values.date ?? today) > today;
  const sealed = sheet !== undefined && isApproved ? message("minutes-approved", { no, sheet }) : null;
  const signIn = documentPlace(snapshot, `signin:${no}`);
  const filed = signIn && isSealed(snapshot, `signin:${no}`) ? message("step-filed", { no }) : null;
  return [
    step("hold", offer("make-sign-in", { meeting: no }), dateless ?? filed),
    step("hold", offer("generate-minutes", { meeting: no }), dateless ?? sealed),
    step(
      "hold",
      offer("record-attendance", { meeting: no }),
      signIn ? (isAhead ? message("step-not-held", { no }) : filed) : message("signin-missing", { no }),
    ),
    step("hold", offer("record-minutes", { meeting: no }), sheet === undefined ? message("minutes-missing", { no }) : sealed),
  ];
}

function filing(snapshot: Snapshot, row: MeetingRow, context: Context): MeetingStep[] {
  const { key: no, values } = row;
  const { sheet, isApproved, by, on } = minutesOf(snapshot, row);
  const missing = sheet === undefined ? message("minutes-missing", { no }) : null;
  const unapproved = missing ?? (isApproved ? null : message("step-not-approved", { no }));
  const isSent = values.state === "distributed" || values.state === "archived";
  const unreviewable = (): Message | null => {
    if (missing) return missing;
    if (isApproved) return message("already-approved", { no, by, on });
    if (values.date === null || values.date > context.today) return message("approved-before-meeting", { no });
    if (values.chair === "") return message("chair-missing", { no });
    return isHeld(row) ? null : message("step-record-first", { no });
  };
  return [
    step("file", offer("approve-minutes", { meeting: no }), unreviewable()),
    step("file", offerForm("amend-minutes", { meeting: no }), unapproved),
    step("file", offer("distribute-minutes", { meeting: no }), unapproved),
    step("file", offer("archive-meeting", { meeting: no }), unapproved ?? (isSent ? null : message("distribute-first", { no }))),
    step(
      "file",
      offer("verify-archive", { meeting: no }),
      sealedIds(snapshot.state, no).length > 0 ? null : message("step-nothing-sealed", { no }),
    ),
    step("file", offerForm("attendance-statistics", {})),
  ];
}
