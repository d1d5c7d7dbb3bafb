import type { Command, InputOf } from "../run/command.ts";
import { adoptPlan } from "./adopt-plan.ts";
import { allocateOrders } from "./allocate-orders.ts";
import { amendMinutes } from "./amend-minutes.ts";
import { approveMinutes } from "./approve-minutes.ts";
import { archiveMeeting } from "./archive-meeting.ts";
import { assignImbalance } from "./assign-imbalance.ts";
import { attendanceStatistics } from "./attendance-statistics.ts";
import { cancelAction } from "./cancel-action.ts";
import { cancelMeeting } from "./cancel-meeting.ts";
import { changeSettings } from "./change-settings.ts";
import { checkEffects } from "./check-effects.ts";
import { checkWorkbook } from "./check-workbook.ts";
import { compareBalance } from "./compare-balance.ts";
import { completeAction } from "./complete-action.ts";
import { confirmAction } from "./confirm-action.ts";
import { confirmMeeting } from "./confirm-meeting.ts";
import { decideTopics } from "./decide-topics.ts";
import { declineMeeting } from "./decline-meeting.ts";
import { decomposeResolution } from "./decompose-resolution.ts";
import { dismissImbalance } from "./dismiss-imbalance.ts";
import { distributeMinutes } from "./distribute-minutes.ts";
import { expectChanges } from "./expect-changes.ts";
import { generateMinutes } from "./generate-minutes.ts";
import { loadSample } from "./load-sample.ts";
import { makeSignIn } from "./make-sign-in.ts";
import { moveMeeting } from "./move-meeting.ts";
import { planMeetings } from "./plan-meetings.ts";
import { postponeAction } from "./postpone-action.ts";
import { prepareMeeting } from "./prepare-meeting.ts";
import { proposeMeeting } from "./propose-meeting.ts";
import { proposeTopic } from "./propose-topic.ts";
import { raiseImbalance } from "./raise-imbalance.ts";
import { reassignAction } from "./reassign-action.ts";
import { recordAttendance } from "./record-attendance.ts";
import { recordMinutes } from "./record-minutes.ts";
import { refreshBalance } from "./refresh-balance.ts";
import { refreshDashboard } from "./refresh-dashboard.ts";
import { refreshTracking } from "./refresh-tracking.ts";
import { reopenAction } from "./reopen-action.ts";
import { reportProgress } from "./report-progress.ts";
import { requestLeave } from "./request-leave.ts";
import { retirePerson } from "./retire-person.ts";
import { reviewEffects } from "./review-effects.ts";
import { saveDepartment } from "./save-department.ts";
import { savePerson } from "./save-person.ts";
import { saveSeries } from "./save-series.ts";
import { sendNotice } from "./send-notice.ts";
import { sendReminders } from "./send-reminders.ts";
import { setUpWorkbook } from "./set-up-workbook.ts";
import { splitAction } from "./split-action.ts";
import { submitPaper } from "./submit-paper.ts";
import { upgradeWorkbook } from "./upgrade-workbook.ts";
import { verifyAction } from "./verify-action.ts";
import { verifyArchive } from "./verify-archive.ts";

/** Every command, in the order in which a planner meets them. */
const registered = [
  setUpWorkbook,
  loadSample,
  planMeetings,
  proposeMeeting,
  confirmMeeting,
  declineMeeting,
  moveMeeting,
  cancelMeeting,
  proposeTopic,
  decideTopics,
  refreshBalance,
  compareBalance,
  assignImbalance,
  dismissImbalance,
  raiseImbalance,
  allocateOrders,
  adoptPlan,
  reviewEffects,
  prepareMeeting,
  submitPaper,
  requestLeave,
  sendNotice,
  makeSignIn,
  recordAttendance,
  generateMinutes,
  recordMinutes,
  expectChanges,
  checkEffects,
  approveMinutes,
  amendMinutes,
  distributeMinutes,
  archiveMeeting,
  verifyArchive,
  attendanceStatistics,
  decomposeResolution,
  splitAction,
  confirmAction,
  reportProgress,
  completeAction,
  verifyAction,
  postponeAction,
  reassignAction,
  cancelAction,
  reopenAction,
  refreshTracking,
  sendReminders,
  refreshDashboard,
  changeSettings,
  saveDepartment,
  savePerson,
  saveSeries,
  retirePerson,
  checkWorkbook,
  upgradeWorkbook,
];

type Registered = (typeof registered)[number];
export type CommandId = Registered["id"];
/** What a command takes, by its id. */
export type CommandInput<Id extends CommandId> = Partial<InputOf<Extract<Registered, { readonly id: Id }>["input"]>>;

export const commands = registered as unknown as readonly Command[];

export function commandById(id: string): Command | undefined {
  return commands.find((command) => command.id === id);
}
