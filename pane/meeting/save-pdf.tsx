import { Button } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { saveFile } from "../files/save.ts";
import type { Runner } from "../runner.ts";
import { useWords } from "../words/words.tsx";

/** The workbook as PDF, by the host itself; where it cannot, the way to print one by hand. */
export function SavePdf({ make }: { readonly make: NonNullable<Runner["pdf"]> }): ReactNode {
  const { t, say } = useWords();
  const [said, setSaid] = useState("");
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    setSaid(t("pdf-making"));
    try {
      const made = await make();
      if ("severity" in made) return setSaid(say(made.code, made.params));
      await saveFile(made);
      setSaid(t("file-saved"));
    } catch (error) {
      setSaid(t("file-not-saved", { detail: error instanceof Error ? error.message : String(error) }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <div className="buttons">
        <Button size="small" disabled={isBusy} onClick={() => void save()}>
          {t("save-pdf")}
        </Button>
      </div>
      <p className="quiet">{t("save-pdf-text")}</p>
      <p role="status" className="quiet">
        {said}
      </p>
    </div>
  );
}
