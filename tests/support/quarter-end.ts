/**
 * What the register says on 2026-03-31, told by hand from the company's story and China's official calendar
 * for 2026: New Year 1-3 January with Sunday 4 January worked, Spring Festival 15-23 February with Saturdays
 * 14 and 28 February worked. Each line is a row; a column's name stands once, in the test.
 */

/** no | date | by the series | state | minutes due | recorded | approved | distributed | archive no. | expected/present */
export const meetings = [
  // Friday 2 January is New Year: the next working day is Sunday the 4th, which makes up for it; minutes by Monday.
  "CX-2026-W01-1 | 2026-01-04 | 2026-01-02 | archived | 2026-01-05 | 2026-01-05 | 2026-01-05 | 2026-01-05 | CX-DA-2026-001 | 9/9",
  "CX-2026-W02-1 | 2026-01-09 | 2026-01-09 | archived | 2026-01-12 | 2026-01-12 | 2026-01-12 | 2026-01-12 | CX-DA-2026-007 | 9/9",
  "CX-2026-W03-1 | 2026-01-16 | 2026-01-16 | archived | 2026-01-19 | 2026-01-16 | 2026-01-19 | 2026-01-19 | CX-DA-2026-012 | 9/8",
  "CX-2026-W04-1 | 2026-01-23 | 2026-01-23 | archived | 2026-01-26 | 2026-01-26 | 2026-01-26 | 2026-01-26 | CX-DA-2026-017 | 9/9",
  "CX-2026-W05-1 | 2026-01-30 | 2026-01-30 | cancelled | 2026-02-02 | - | - | - | - | 9/-",
  "CX-2026-W06-1 | 2026-02-06 | 2026-02-06 | archived | 2026-02-09 | 2026-02-09 | 2026-02-09 | 2026-02-09 | CX-DA-2026-022 | 9/9",
  // Saturday the 14th is worked for Spring Festival, so that these minutes are due on it.
  "CX-2026-W07-1 | 2026-02-13 | 2026-02-13 | archived | 2026-02-14 | 2026-02-14 | 2026-02-14 | 2026-02-14 | CX-DA-2026-027 | 9/9",
  // Friday the 20th lies in Spring Festival: Tuesday the 24th is the first working day. Approved and sent on the 27th, two working days late.
  "CX-2026-W09-1 | 2026-02-24 | 2026-02-20 | archived | 2026-02-25 | 2026-02-25 | 2026-02-27 | 2026-02-27 | CX-DA-2026-036 | 9/8",
  // The second meeting of that week; Saturday the 28th is worked.
  "CX-2026-W09-2 | 2026-02-27 | 2026-02-27 | archived | 2026-02-28 | 2026-02-28 | 2026-02-28 | 2026-02-28 | CX-DA-2026-041 | 9/8",
  // Approved on the 9th and, as an amendment, again on the 10th; what counts is when it first went out.
  "CX-2026-W10-1 | 2026-03-06 | 2026-03-06 | archived | 2026-03-09 | 2026-03-06 | 2026-03-10 | 2026-03-09 | CX-DA-2026-046 | 9/9",
  "CX-2026-W11-1 | 2026-03-13 | 2026-03-13 | archived | 2026-03-16 | 2026-03-16 | 2026-03-16 | 2026-03-16 | CX-DA-2026-056 | 9/8",
  // Moved from Friday to Thursday after its notice.
  "CX-2026-W12-1 | 2026-03-19 | 2026-03-20 | archived | 2026-03-20 | 2026-03-20 | 2026-03-20 | 2026-03-20 | CX-DA-2026-060 | 9/9",
  // Due on Monday, finished on Tuesday.
  "CX-2026-W13-1 | 2026-03-27 | 2026-03-27 | archived | 2026-03-30 | 2026-03-31 | 2026-03-31 | 2026-03-31 | CX-DA-2026-066 | 9/9",
  // Ad hoc, held on the make-up Saturday: the first working day after it is that after Spring Festival.
  "CX-2026-W07-2 | 2026-02-14 | - | archived | 2026-02-24 | 2026-02-14 | 2026-02-24 | 2026-02-24 | CX-DA-2026-032 | 9/9",
  "CX-2026-W11-2 | 2026-03-11 | - | archived | 2026-03-12 | 2026-03-11 | 2026-03-12 | 2026-03-12 | CX-DA-2026-052 | 9/9",
  "提议-20260317-1 | 2026-03-17 | - | declined | - | - | - | - | - | -/-",
];

/** no | at meeting | status | times carried | carried from | source */
export const topics = [
  "CX-2026-W01-1-T1 | CX-2026-W01-1 | resolved | 0 | - | -",
  // Put off at its own meeting and at the next.
  "CX-2026-W02-1-T1 | CX-2026-W04-1 | resolved | 2 | CX-2026-W02-1、CX-2026-W03-1 | -",
  "CX-2026-W02-1-T2 | CX-2026-W02-1 | resolved | 0 | - | -",
  "CX-2026-W03-1-T1 | CX-2026-W03-1 | resolved | 0 | - | -",
  "CX-2026-W04-1-T1 | CX-2026-W04-1 | open | 0 | - | -",
  // Its meeting was called off.
  "CX-2026-W05-1-T1 | CX-2026-W06-1 | resolved | 1 | CX-2026-W05-1 | -",
  // The question is asked again, and once more.
  "CX-2026-W06-1-T1 | CX-2026-W06-1 | open | 0 | CX-2026-W04-1 | CX-2026-W04-1-Q1",
  "CX-2026-W07-1-T1 | CX-2026-W07-1 | resolved | 0 | CX-2026-W06-1 | CX-2026-W04-1-Q1",
  "议题-20260212-1 | CX-2026-W07-2 | resolved | 0 | - | -",
  "CX-2026-W09-1-T1 | CX-2026-W09-1 | resolved | 0 | - | -",
  "CX-2026-W09-2-T1 | CX-2026-W09-2 | resolved | 0 | - | -",
  "CX-2026-W10-1-T1 | CX-2026-W10-1 | resolved | 0 | - | -",
  "议题-20260309-1 | CX-2026-W11-2 | resolved | 0 | - | -",
  "议题-20260311-1 | - | declined | 0 | - | -",
  "CX-2026-W12-1-T1 | CX-2026-W12-1 | resolved | 0 | - | -",
];

/** no | status | answer by | closed on | times carried | back at | answer */
export const openQuestions = [
  "CX-2026-W04-1-Q1 | closed | 2026-02-05 | 2026-02-13 | 2 | CX-2026-W07-1 | 见决议 CX-2026-W07-1-R1：按样稿 2 改版 1 次",
  "CX-2026-W13-1-Q1 | open | 2026-04-10 | - | 0 | - | -",
];

/** no | status | due | done on | times carried | times postponed | light | working days late on 31 March */
export const resolutions = [
  "CX-2026-W01-1-R1 | verified | 2026-01-15 | 2026-01-09 | 1 | 0 | done | -",
  // Kept its first date, 16 January: finished on the second date's other side it is late, postponed or not.
  "CX-2026-W02-1-R1 | done | 2026-01-30 | 2026-02-06 | 3 | 1 | doneLate | -",
  // Split into two actions, and closed by the last of them.
  "CX-2026-W03-1-R1 | verified | 2026-01-30 | 2026-01-27 | 0 | 0 | done | -",
  // Reviewed by the six weekly meetings and the two ad hoc ones up to 13 March.
  "CX-2026-W04-1-R1 | done | 2026-03-13 | 2026-03-13 | 6 | 0 | done | -",
  "CX-2026-W06-1-R1 | done | 2026-02-13 | 2026-02-13 | 1 | 0 | done | -",
  // 9-13, 16-20, 23-27, 30 and 31 March.
  "CX-2026-W07-1-R1 | assigned | 2026-03-06 | - | 6 | 0 | overdue | 17",
  "CX-2026-W07-2-R1 | cancelled | 2026-02-25 | - | 3 | 0 | cancelled | -",
  "CX-2026-W09-1-R1 | assigned | 2026-03-06 | - | 5 | 0 | overdue | 17",
  "CX-2026-W09-2-R1 | done | 2026-03-04 | 2026-03-06 | 1 | 0 | doneLate | -",
  "CX-2026-W10-1-R1 | assigned | 2026-03-20 | - | 3 | 0 | overdue | 7",
  "CX-2026-W11-2-R1 | assigned | 2026-03-27 | - | 3 | 0 | overdue | 2",
  "CX-2026-W12-1-R1 | assigned | 2026-04-03 | - | 1 | 0 | unconfirmed | -",
];

/** no | status | due | times carried | light */
export const actions = [
  "CX-2026-W01-1-A1 | done | 2026-01-08 | 1 | doneLate",
  "CX-2026-W03-1-A1 | verified | 2026-01-23 | 1 | doneLate",
  "CX-2026-W03-1-A2 | verified | 2026-01-28 | 1 | done",
];

/** name | expected | present | by delegate | late | left early | leave | absent: fourteen meetings were held */
export const attendance = [
  "何佳 | 1 | 1 | 0 | 0 | 0 | 0 | 0",
  "冯雪 | 14 | 14 | 0 | 0 | 1 | 0 | 0",
  "吴岩 | 14 | 13 | 0 | 0 | 0 | 1 | 0",
  "周明 | 14 | 14 | 0 | 0 | 0 | 0 | 0",
  "唐慧 | 14 | 13 | 0 | 0 | 0 | 1 | 0",
  "孙海 | 14 | 12 | 2 | 0 | 0 | 2 | 0",
  "林晓 | 14 | 14 | 0 | 0 | 0 | 0 | 0",
  "许峰 | 2 | 2 | 0 | 0 | 0 | 0 | 0",
  "钱敏 | 14 | 12 | 0 | 0 | 0 | 0 | 2",
  "陈立 | 14 | 13 | 1 | 1 | 0 | 1 | 0",
  "马俊 | 14 | 14 | 0 | 2 | 0 | 0 | 0",
  "合计 | 129 | 122 | 3 | 3 | 1 | 5 | 2",
];

/** meeting | notices: receivers of each version | minutes: receivers of each version. Nine, a delegate, the general manager. */
export const distribution = [
  "CX-2026-W01-1 | 9 | 10",
  "CX-2026-W02-1 | 10 | 11",
  "CX-2026-W03-1 | 9 | 10",
  "CX-2026-W04-1 | 9 | 10",
  "CX-2026-W05-1 | 9+9 | -",
  "CX-2026-W06-1 | 10 | 11",
  "CX-2026-W07-1 | 9 | 10",
  "CX-2026-W07-2 | 9 | 10",
  "CX-2026-W09-1 | 9 | 10",
  "CX-2026-W09-2 | 9 | 10",
  "CX-2026-W10-1 | 9 | 10+10",
  "CX-2026-W11-1 | 9 | 10",
  "CX-2026-W11-2 | 10 | 10",
  "CX-2026-W12-1 | 9+9 | 10",
  "CX-2026-W13-1 | 10 | 11",
];

/** In the order of numbering: meeting | kinds filed. A meeting without topics has none to file. */
export const archive = [
  "CX-2026-W01-1 | minutes notice signIn topics papers papers",
  "CX-2026-W02-1 | minutes notice signIn topics papers",
  "CX-2026-W03-1 | minutes notice signIn topics papers",
  "CX-2026-W04-1 | minutes notice signIn topics papers",
  "CX-2026-W06-1 | minutes notice signIn topics papers",
  "CX-2026-W07-1 | minutes notice signIn topics papers",
  "CX-2026-W07-2 | minutes notice signIn topics",
  "CX-2026-W09-1 | minutes notice signIn topics papers",
  "CX-2026-W09-2 | minutes notice signIn topics papers",
  "CX-2026-W10-1 | minutes minutes notice signIn topics papers",
  "CX-2026-W11-2 | minutes notice signIn topics",
  "CX-2026-W11-1 | minutes notice signIn papers",
  "CX-2026-W12-1 | minutes notice notice signIn topics papers",
  "CX-2026-W13-1 | minutes notice signIn papers",
];

/** Everything that was warned of in the quarter: day | command | code and its parameters. Who has no address is told of each time, and counted. */
export const warned = [
  "2025-12-29 | save-person | reference-unknown value=运营管理部 table=部门",
  "2025-12-29 | save-person | reference-unknown value=运营管理部 table=部门",
  "2026-01-06 | archive-meeting | papers-not-filed no=CX-2026-W01-1 n=8",
  "2026-01-15 | request-leave | leave-without-delegate name=唐慧 department=财务部",
  "2026-02-09 | record-minutes | question-unanswered item=包装改版 due=2026-02-05",
  "2026-02-27 | distribute-minutes | minutes-sent-late no=CX-2026-W09-1 days=2",
  "2026-03-31 | record-minutes | minutes-late no=CX-2026-W13-1 days=1",
  "2026-03-31 | distribute-minutes | minutes-sent-late no=CX-2026-W13-1 days=1",
];
