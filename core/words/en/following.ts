export const following = {
  "typed-changes": "Took over {n} {n|change|changes} typed straight into the sheet, and noted {n|it|them} in the history.",
  "retired-reason": "{name} has left",
  "due-put-back": "“{item}”: the due date was cleared and is back at {due}; to move it, type the new date and the reason.",
  "status-put-back": "“{item}”: the status was cleared and is back at “{status}”.",
  "done-on-open": "“{item}” has a day on which it was done ({date}), but its status is not done; change the status, or clear the date.",
  "done-undated": "“{item}” is done, but without the day nobody can tell whether it was on time; please fill it in.",
  "done-to-come": "“{item}”: it was done on {date}, which is still to come.",
  "verified-before-done": "“{item}” was verified on {verified}, before it was done on {done}.",
} as const;
