import type { documents as zhCN } from "../zh-cn/documents.ts";

export const documents: Readonly<Record<keyof typeof zhCN, string>> = {
  "notice-sheet": "Notice",
  "notice-title-first": "Meeting Notice",
  "notice-title-changed": "Meeting Notice: Changed",
  "notice-title-cancelled": "Meeting Notice: Cancelled",
  "notice-subject-first": "Meeting notice: {name} ({date} {time})",
  "notice-subject-changed": "Changed: {name} ({date} {time})",
  "notice-subject-cancelled": "Cancelled: {name} ({date} {time})",
  "notice-agenda": "Agenda",
  "notice-papers": "Papers required",
  "notice-rules": "Attending",
  "notice-leave": "Leave",
  "notice-conduct": "Conduct",
  "notice-leave-rule":
    "If you cannot come, please ask {organiser} for leave beforehand and send a delegate; without that you are noted as absent.",
  "notice-reply": "Reply: {name} ({no})",
  "notice-reply-choice": "□ Yes   □ On leave",
  "notice-reply-by": "Please return this slip to {organiser} by {by}, or answer the mail.",
  "notice-issued-by": "Issued by",
  "notice-issued-on": "Issued on",
  "notice-delegate": " (on leave, {name} instead)",
  "notice-on-leave": " (on leave)",
  "notice-cancelled": "This meeting is cancelled. Topics not discussed come back at the next one.",
  "notice-changed-agenda": "Arrangements have changed; this notice holds.",
  "notice-changed-time": "It was to be on {before}; time and place are now as below.",
  "notice-changed-reason": "Reason: {reason}",
  "notice-agenda-line": "{order}. {at} {title} ({speaker}, {minutes} min)",
  "notice-paper-line": "{department}: {papers}",
  "notice-paper-line-due": "{department}: {papers} (by {due})",
  "sent-by-mail": "E-mail",
  "notice-made-first": "Notice {number} of meeting {no} is on sheet “{sheet}”, for {n} {n|person|people}.",
  "notice-made-changed": "Notice {number} of the change of meeting {no} is on sheet “{sheet}”, for {n} {n|person|people}.",
  "notice-made-cancelled": "Notice {number} that meeting {no} is cancelled is on sheet “{sheet}”, for {n} {n|person|people}.",
  "notice-short": "The notice of meeting {no} goes out less than {days} working {days|day|days} ahead.",
  "notice-to-nobody": "Nobody is expected at meeting {no}; please name heads of departments or attendees.",
  "invitees-unreachable": "{n} {n|person has|people have} no e-mail address that works and {n|has|have} to be told otherwise: {names}",
  "cancelled-unnoticed": "Meeting {no} is cancelled and no notice of it had gone out, so nobody has to be told.",
  "signin-sheet": "Sign-in",
  "signin-title": "Sign-in Sheet",
  "signin-note":
    "Times like 09:30. Delegates sign in their own row and say whom they stand in for. Attendance may stay empty: it follows from the times.",
  "signin-made": "Made the sign-in sheet of meeting {no} ({date}) on sheet “{sheet}” for {n} {n|person|people}.",
  "signin-added":
    "The sign-in sheet of meeting {no} ({date}) is on sheet “{sheet}”; {n} {n|person was|people were} added, nothing else was changed.",
  "signin-exists": "The sign-in sheet of meeting {no} ({date}) is on sheet “{sheet}”; nothing was changed.",
  "attendance-recorded":
    "Recorded who came to meeting {no}: {expected} expected, {present} present; {late} late, {early} left early, {leave} on leave, {absent} absent.",
  "head-stands-for": " (for {name})",
  "no-signin": "There is no sign-in sheet yet. Please make it first.",
  "signin-missing": "Meeting {no} has no sign-in sheet, or it was deleted; it can be made again.",
  "signin-unreadable":
    "Sheet “{sheet}” can no longer be read as a sign-in sheet (its hidden column may be gone). Undo that, or make it again.",
  "signin-too-early": "Meeting {no} is still to come; what the sheet says was recorded.",
  "attendance-not-over": "Meeting {no} is not over yet; nobody was noted as absent for not having signed in.",
  "attendance-unsaid":
    "{n} {n|person has|people have} neither signed in nor given a reason: {names}. If absent, choose “All others are absent”.",
  "signin-name-missing": "This row has entries but no name and was not recorded.",
  "signin-twice": "“{name}” has two rows in the sign-in sheet; the first counts, this one was not recorded.",
  "signin-renamed":
    "This row was “{register}” and now says “{name}”. Who stands in has a row of their own, and is the delegate in the row of “{register}”. To rename it, confirm: {id}; to have it back, putBack: {id}.",
  "signin-row-deleted":
    "The row of “{name}” ({key}) was deleted from the sign-in sheet or emptied; the register still has it. To have it back, putBack: {key}.",
  "arrived-after-left": "“{name}” arrived after leaving; this row was not recorded.",
  "signin-times": "“{name}” is put down as “{status}”, which does not fit the time of arrival; recorded as chosen, please check.",
  "signin-away": "“{name}” is put down as “{status}” and has signed in; recorded as chosen, please check.",
  "signin-delegate":
    "“{name}” is put down as “{status}” and has the delegate “{delegate}”; recorded as having come. If the delegate came, choose “On leave”.",
  "minutes-attendance-differs":
    "The minutes of meeting {no} do not fit the sign-in: they say “{sheet}”, it says “{wanted}”. Somebody typed in their head, so it was left; please check.",
};
