import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { useWords } from "../words/words.tsx";

interface Props {
  readonly children: ReactNode;
}

/** Whatever breaks, the person reads what happened and can go on. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error: error ?? "?" };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    const detail = this.state.error instanceof Error ? this.state.error.message : String(this.state.error);
    return <Broken detail={detail} onRetry={() => this.setState({ error: null })} />;
  }
}

interface BrokenProps {
  readonly detail: string;
  /** The detail says what to do; anything else is for whoever looks after the program. */
  readonly isKnown?: boolean;
  readonly onRetry: () => void;
}

export function Broken({ detail, isKnown = false, onRetry }: BrokenProps): ReactNode {
  const { t } = useWords();
  return (
    <div className="empty" role="alert">
      <h2>{t("broken-title")}</h2>
      <p>{isKnown ? detail : t("broken-text")}</p>
      {isKnown ? null : <p className="quiet broken-detail">{detail}</p>}
      <Button appearance="primary" onClick={onRetry}>
        {t("try-again")}
      </Button>
    </div>
  );
}
