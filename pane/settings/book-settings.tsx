import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";
import { nameIn, noteIn, type SettingLine, type SettingsView, settingProblem } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { SelectField } from "../form/select-field.tsx";
import { TextField } from "../form/text-field.tsx";
import { useWords } from "../words/words.tsx";
import { changedItems, grouped, settingsHolding } from "./setting-groups.ts";

/** The rules of the workbook; what was changed is saved together. */
export function BookSettings({ view }: { readonly view: SettingsView }): ReactNode {
  const { t, language } = useWords();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [search, setSearch] = useState("");
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
  const isSought = search.trim() !== "";
  const groups = grouped(settingsHolding(view.settings, search, language));
  return (
    <section aria-labelledby="book-settings">
      <h2 className="section" id="book-settings">
        {t("this-workbook")}
      </h2>
      <TextField type="search" label={t("search-settings")} value={search} onChange={setSearch} />
      {groups.length === 0 ? <p className="quiet">{t("nothing-found")}</p> : null}
      {groups.map(({ group, lines }, index) => (
        <Folding
          key={group}
          name={t(`settings-${group}`)}
          count={lines.length}
          startsOpen={index === 0 || lines.some(({ problem }) => problem !== undefined)}
          staysOpen={isSought || lines.some(({ code }) => typed[code] !== undefined)}
        >
          {lines.map((line) => (
            <SettingField
              key={line.code}
              line={line}
              text={typed[line.code] ?? line.value}
              onChange={(text) => setTyped({ ...typed, [line.code]: text })}
            />
          ))}
        </Folding>
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

interface FoldingProps {
  readonly name: string;
  readonly count: number;
  /** Whether it is open before the person says otherwise. */
  readonly startsOpen: boolean;
  /** Keeps it open, whatever the person said. */
  readonly staysOpen: boolean;
  readonly children: ReactNode;
}

/** A group of settings under its name: there are far too many to scroll past. */
function Folding({ name, count, startsOpen, staysOpen, children }: FoldingProps): ReactNode {
  const [isOpened, setOpened] = useState(startsOpen);
  return (
    <details
      className="group"
      open={isOpened || staysOpen}
      onToggle={({ currentTarget }) => {
        if (!staysOpen) setOpened(currentTarget.open);
      }}
    >
      <summary>
        {name} <span className="quiet">{count}</span>
      </summary>
      <div className="fields">{children}</div>
    </details>
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
  const note = noteIn(language, setting);
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
