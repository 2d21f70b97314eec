import type { IconName } from "./Icon";
import { Icon } from "./Icon";

export type Tone = "good" | "info" | "warn" | "bad" | "plain";

interface MarkProps {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly word: string;
}

/** A state as icon, word and colour, so that none of them carries it alone. */
export function Mark({ tone, icon, word }: MarkProps): JSX.Element {
  return <span className={`mark mark-${tone}`}><Icon name={icon} />{word}</span>;
}
