import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** An empty list says what it is for, and offers the one button that fills it. */
export function EmptyState({ title, text, children }: Props): ReactNode {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
