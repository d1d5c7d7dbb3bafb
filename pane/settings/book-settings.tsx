import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";
import { nameIn, type SettingLine, type SettingsView, settingProblem } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { SelectField } from "../form/select-field.tsx";
import { TextField } from "../form/text-field.tsx";
import { useWords } from "../words/words.tsx";
import { changedItems, grouped } from "./setting-groups.ts";

/** The rules of the workbook; what was changed is saved together. */
export function BookSettings({ view }: { readonly view: SettingsView }): ReactNode {
  const { t, language } = useWords();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  // What the workbook says by now needs no saving any more.
  useEffect(() => {
    setTyped((before) => {
      const left = Object.fromEntries(
        Object.entries(before).filter(([code, text]) => view.settings.find((line) => line.code === code)?.value !== text),
      );
      return Object.keys(left).length === Object.keys(before).length ? before : left;
    });
  }, [view]);
  const items = changedItems(view.settings, typed);
  const isWrong = view.settings.some(({ code }) => typed[code] !== undefined && settingProblem(code, typed[code], language) !== null);
  return (
    <section aria-labelledby="book-settings">
      <h2 className="section" id="book-settings">
        {t("this-workbook")}
      </h2>
      {grouped(view.settings).map(({ group, lines }) => (
        <fieldset key={group} className="fields group">
          <legend>{t(`settings-${group}`)}</legend>
          {lines.map((line) => (
            <SettingField
              key={line.code}
              line={line}
              text={typed[line.code] ?? line.value}
              onChange={(text) => setTyped({ ...typed, [line.code]: text })}
            />
          ))}
        </fieldset>
      ))}
      <div className={items.length > 0 ? "buttons save-bar" : "buttons"}>
        {items.length > 0 && !isWrong ? (
          <CommandButton command="change-settings" input={{ items }} appearance="primary">
            {t("save-settings", { n: items.length })}
          </CommandButton>
        ) : (
          <Button appearance="primary" disabledFocusable title={t(isWrong ? "correct-first" : "nothing-changed")}>
            {t(isWrong ? "correct-first" : "nothing-changed")}
          </Button>
        )}
        {items.length > 0 ? <Button onClick={() => setTyped({})}>{t("discard")}</Button> : null}
      </div>
    </section>
  );
}

interface FieldProps {
  readonly line: SettingLine;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function SettingField({ line, text, onChange }: FieldProps): ReactNode {
  const { t, say, language, sayProblem } = useWords();
  const { setting, code, standard } = line;
  const label = nameIn(language, setting);
  const note = language === "en" ? setting.noteEn : setting.noteZh;
  const hint = standard === "" || setting.type === "choice" ? note : t("note-and-standard", { note, standard });
  const found = settingProblem(code, text, language);
  const isAsRead = text === line.value;
  const wrong = found ? say(found.code, found.params) : isAsRead && line.problem ? sayProblem(line.problem) : undefined;
  if (setting.choices) {
    const options = Object.entries(setting.choices).map(([value, named]) => ({ value, label: nameIn(language, named) }));
    const isKnown = options.some(({ value }) => value === text);
    return (
      <SelectField
        {...{ label, hint, wrong, onChange }}
        value={text}
        options={isKnown ? options : [{ value: text, label: text || t("none-chosen") }, ...options]}
      />
    );
  }
  const type = setting.type === "date" || setting.type === "time" ? setting.type : "text";
  return <TextField {...{ label, hint, wrong, onChange, type }} value={text} isNumber={setting.type === "integer"} />;
}
