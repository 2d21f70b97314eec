import type { ReactNode } from "react";
import { Icon } from "./Icon";

interface NoticeProps {
  readonly tone: "bad" | "info";
  readonly children: ReactNode;
}

/** A sentence that the user should read now; a bad one interrupts a screen reader. */
export function Notice({ tone, children }: NoticeProps): JSX.Element {
  return (
    <div className={`notice notice-${tone}`} role={tone === "bad" ? "alert" : "status"}>
      <Icon name={tone === "bad" ? "alert" : "info"} />
      <span>{children}</span>
    </div>
  );
}
