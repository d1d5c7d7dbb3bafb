import { sheetIds } from "../archive/filing.ts";
import { topicTables } from "../archive/register-documents.ts";
import { verifyDocuments } from "../archive/verification.ts";
import { defineCommand } from "../run/command.ts";
import { key } from "../tables/field.ts";
import { message } from "../words/message.ts";

/** Says which approved or filed documents are no longer what they were, with their cells; changes nothing. */
export const verifyArchive = defineCommand({
  id: "verify-archive",
  stage: "file",
  title: "command-verify-archive",
  help: "help-verify-archive",
  input: { meeting: key("会议编号", "Meeting no.") },
  reads: (input, state) => ({ tables: ["meetings", ...topicTables, "papers", "archive"], documents: sheetIds(state, input.meeting) }),
  decide: (snapshot, input) => {
    const { verified, wrong, problems } = verifyDocuments(snapshot, input.meeting);
    return { patch: [], report: [message("archive-verified", { n: verified, wrong })], problems };
  },
});
