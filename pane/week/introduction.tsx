import { Button } from "@fluentui/react-components";
import { type FormEvent, type ReactNode, useState } from "react";
import { TextField } from "../form/text-field.tsx";
import { usePane } from "../pane-context.ts";
import { useWords } from "../words/words.tsx";

/** Asks once on a device who is at the keyboard. */
export function Introduction(): ReactNode {
  const { t } = useWords();
  const { device, profile } = usePane();
  const [name, setName] = useState(profile.name);
  const [department, setDepartment] = useState(profile.department);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    device.change({ name: name.trim(), department: department.trim(), isIntroduced: true });
  };
  return (
    <form className="card" onSubmit={save} aria-label={t("introduction-title")}>
      <h2 className="section">{t("introduction-title")}</h2>
      <p className="quiet">{t("introduction-text")}</p>
      <TextField label={t("your-name")} value={name} onChange={setName} />
      <TextField label={t("your-department")} value={department} onChange={setDepartment} />
      <div className="buttons">
        <Button type="submit" appearance="primary" disabledFocusable={name.trim() === ""}>
          {t("save")}
        </Button>
        <Button appearance="subtle" onClick={() => device.change({ isIntroduced: true })}>
          {t("skip")}
        </Button>
      </div>
    </form>
  );
}
