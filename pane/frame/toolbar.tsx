import { Button } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import type { ReactNode } from "react";
import { usePane } from "../pane-context.ts";
import { useWords } from "../words/words.tsx";

/** The name of the house and what can be had at any time. Its right end stays free for the host's own button. */
export function Toolbar({ onMore }: { readonly onMore: () => void }): ReactNode {
  const { t, language } = useWords();
  const { device, refresh } = usePane();
  const other = language === "en" ? "zh-CN" : "en";
  return (
    <div className="toolbar">
      <h1 className="title">{t("title")}</h1>
      <Button appearance="subtle" size="small" className="tool" lang={other} onClick={() => device.change({ language: other })}>
        {t("other-language")}
      </Button>
      <Button
        appearance="subtle"
        size="small"
        className="tool"
        icon={<ArrowSyncRegular />}
        aria-label={t("refresh")}
        title={t("refresh")}
        onClick={refresh}
      />
      <Button
        appearance="subtle"
        size="small"
        className="tool"
        icon={<MoreHorizontalRegular />}
        aria-label={t("more")}
        title={t("more")}
        onClick={onMore}
      />
    </div>
  );
}
