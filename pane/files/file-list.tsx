import { Button } from "@fluentui/react-components";
import { type ReactNode, useRef, useState } from "react";
import type { OutFile } from "../../core/index.ts";
import { usePane } from "../pane-context.ts";
import { useWords, type Words } from "../words/words.tsx";
import { copyText } from "./copy.ts";
import { saveFile } from "./save.ts";

/** What a command wrote for the person to keep or send. Text can always be copied; saving depends on where Excel runs. */
export function FileList({ files }: { readonly files: readonly OutFile[] }): ReactNode {
  const { t } = useWords();
  return (
    <section aria-labelledby="files">
      <h3 className="subsection" id="files">
        {t("files")}
      </h3>
      {files.length > MANY ? <FileGroups files={files} /> : <Files files={files} />}
      <p className="quiet">{t("files-text")}</p>
    </section>
  );
}

function Files({ files }: { readonly files: readonly OutFile[] }): ReactNode {
  return (
    <ul className="list">
      {files.map((file) => (
        <FileEntry key={file.name} file={file} />
      ))}
    </ul>
  );
}

/** More files than this are shown by what they say, to be opened one by one. */
const MANY = 6;

/** Files of one name, such as a person's slip as text, page and mail, stand together. */
function FileGroups({ files }: { readonly files: readonly OutFile[] }): ReactNode {
  const groups = new Map<string, OutFile[]>();
  for (const file of files) {
    const stem = file.name.replace(/\.[^.]*$/, "");
    groups.set(stem, [...(groups.get(stem) ?? []), file]);
  }
  return [...groups].map(([stem, own]) => <FileGroup key={stem} stem={stem} files={own} />);
}

function FileGroup({ stem, files }: { readonly stem: string; readonly files: readonly OutFile[] }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="card" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="preview-name">{stem}</summary>
      {isOpen ? <Files files={files} /> : null}
    </details>
  );
}

function FileEntry({ file }: { readonly file: OutFile }): ReactNode {
  const words = useWords();
  const { t } = words;
  const { MailPart } = usePane().parts;
  const [said, setSaid] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const text = textOf(words, file);
  const save = (): void => {
    saveFile(file).then(
      () => setSaid(t("file-saved")),
      (error) => setSaid(t("file-not-saved", { detail: error instanceof Error ? error.message : String(error) })),
    );
  };
  const copy = (): void => {
    void copyText(text, box.current).then((isCopied) => setSaid(t(isCopied ? "copied" : "not-copied")));
  };
  return (
    <li className="card">
      <p className="preview-name">{file.name}</p>
      {text === "" ? null : (
        <textarea ref={box} className="file-text" readOnly rows={6} value={text} aria-label={t("file-content", { name: file.name })} />
      )}
      <div className="buttons">
        <Button size="small" onClick={save} aria-label={`${t("save-file")} ${file.name}`}>
          {t("save-file")}
        </Button>
        {text === "" ? null : (
          <Button size="small" onClick={copy} aria-label={`${t("copy")} ${file.name}`}>
            {t("copy")}
          </Button>
        )}
      </div>
      <p role="status" className="quiet">
        {said}
      </p>
      {MailPart && file.kind === "mail" ? <MailPart name={file.name} mail={file.mail} /> : null}
    </li>
  );
}

/** What can be read and copied of a file: a mail with whom it is for, a calendar entry not at all. */
function textOf({ t }: Words, file: OutFile): string {
  if (file.kind === "mail") {
    const { to, cc, subject, text } = file.mail;
    const people = (list: typeof to): string => list.map(({ name, email }) => (email ? `${name} <${email}>` : name)).join("; ");
    const head = [
      t("mail-to", { names: people(to) }),
      ...(cc.length > 0 ? [t("mail-cc", { names: people(cc) })] : []),
      t("mail-subject", { subject }),
    ];
    return `${head.join("\n")}\n\n${text}`;
  }
  return file.kind === "text" && file.mime === "text/plain" ? file.text : "";
}
