// In one file the styles of screens that open late would otherwise come before those that they refine.
import "../../pane/styles/pane.css";
import "../../pane/styles/lists.css";
import "../../pane/styles/meeting.css";
import "./sidebar.css";
import { createRoot } from "react-dom/client";
import { everyWord, learn } from "../../core/index.ts";
import type { HostParts } from "../../pane/host-parts.ts";
import { Pane } from "../../pane/pane.tsx";
import { standardProfile } from "../../pane/profile.ts";
import type { Opening } from "../wire.ts";
import { Daily } from "./daily.tsx";
import { Asking, type ScriptRun } from "./script-run.ts";
import { SendMail } from "./send-mail.tsx";
import { SheetsDevice } from "./sheets-device.ts";
import { sheetsRunner } from "./sheets-runner.ts";
import { Task } from "./task.tsx";

declare const google: { readonly script: { readonly run: ScriptRun; readonly host: { close(): void } } };

// A workbook is read by the script, not here: its words come with the page.
learn(everyWord);

const root = document.getElementById("root");
if (!root) throw new Error("sidebar.html has no #root");
const { profile, task } = JSON.parse(document.getElementById("opening")?.textContent ?? "{}") as Partial<Opening>;
const asking = new Asking(
  () => google.script.run,
  () => device.current(),
);
let last: Promise<unknown> = Promise.resolve();
const device = new SheetsDevice(profile ?? standardProfile("zh-CN"), (kept) => {
  // Two changes at once must not arrive in the other order.
  last = last.catch(() => undefined).then(() => asking.ask({ kind: "keep-profile", profile: kept }));
  return last;
});
const runner = sheetsRunner(asking, () => device.current().language);
const parts: HostParts = {
  MailPart: ({ name, mail }) => (
    <div className="mail-part">
      <SendMail name={name} mail={mail} post={runner.post} />
    </div>
  ),
  SettingsPart: () => <Daily daily={runner.daily} />,
  ...(task ? { Front: (props) => <Task {...props} task={{ ...task, onLeft: () => google.script.host.close() }} /> } : {}),
};
createRoot(root).render(<Pane runner={runner} device={device} parts={parts} />);
