import type { ReactNode } from "react";
import type { Language } from "../../core/index.ts";
import type { ThemeChoice } from "../device.ts";
import { SelectField } from "../form/select-field.tsx";
import { TextField } from "../form/text-field.tsx";
import { usePane } from "../pane-context.ts";
import { useWords } from "../words/words.tsx";
import { useSlowly } from "./use-slowly.ts";

const THEMES = ["automatic", "light", "dark", "contrast"] as const satisfies readonly ThemeChoice[];

/** Who sits here, and how they like to read. Kept on the device, at once. */
export function DeviceSettings(): ReactNode {
  const { t } = useWords();
  const { device, profile } = usePane();
  const [name, setName] = useSlowly(profile.name, (value) => device.change({ name: value.trim(), isIntroduced: true }));
  const [department, setDepartment] = useSlowly(profile.department, (value) => device.change({ department: value.trim() }));
  return (
    <section aria-labelledby="device-settings">
      <h2 className="section" id="device-settings">
        {t("this-device")}
      </h2>
      <p className="quiet">{t("this-device-text")}</p>
      <div className="fields">
        <TextField label={t("your-name")} value={name} onChange={setName} />
        <TextField label={t("your-department")} value={department} onChange={setDepartment} />
        <SelectField
          label={t("pane-language")}
          value={profile.language}
          onChange={(language) => device.change({ language: language as Language })}
          options={[
            { value: "zh-CN", label: "中文" },
            { value: "en", label: "English" },
          ]}
        />
        <SelectField
          label={t("theme")}
          value={profile.theme}
          onChange={(theme) => device.change({ theme: theme as ThemeChoice })}
          options={THEMES.map((theme) => ({ value: theme, label: t(`theme-${theme}`) }))}
        />
      </div>
    </section>
  );
}
