import type { ReactNode } from "react";
import type { IconName } from "./Icon";
import { Icon } from "./Icon";

interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly hint: string;
  readonly children?: ReactNode;
}

/** Stands where a list would: says why there is nothing and what helps. */
export function EmptyState({ icon, title, hint, children }: EmptyStateProps): JSX.Element {
  return (
    <div className="empty" role="status">
      <span className="empty-icon"><Icon name={icon} /></span>
      <p className="empty-title">{title}</p>
      <p className="empty-hint">{hint}</p>
      {children}
    </div>
  );
}
