import type { Direction, Disposition } from "../api/types";
import type { IconName } from "../components/Icon";
import { Icon } from "../components/Icon";
import type { Tone } from "../components/Mark";
import { Mark } from "../components/Mark";
import { useText } from "../text/TextProvider";

/** Which way a call went. */
export function DirectionMark({ direction }: { readonly direction: Direction }): JSX.Element {
  const { t } = useText();
  return (
    <span className={`direction direction-${direction}`}>
      <Icon name={direction} />
      {t(`direction.${direction}`)}
    </span>
  );
}

const dispositionMarks: Readonly<Record<Disposition, { readonly tone: Tone; readonly icon: IconName }>> = {
  answered: { tone: "good", icon: "check" },
  unanswered: { tone: "warn", icon: "missed" },
  busy: { tone: "warn", icon: "busy" },
  failed: { tone: "bad", icon: "cross" },
  abandoned: { tone: "plain", icon: "close" },
};

/** How a call went. */
export function DispositionMark({ disposition }: { readonly disposition: Disposition }): JSX.Element {
  const { t } = useText();
  return <Mark {...dispositionMarks[disposition]} word={t(`disposition.${disposition}`)} />;
}

/** Stands for a value that the record could not decide. */
export function Unknown(): JSX.Element {
  const { t } = useText();
  return (
    <span className="unknown">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{t("calls.unknown")}</span>
    </span>
  );
}

/** A number, code or identifier: one direction in every script, figures of one width. */
export function Digits({ children }: { readonly children: string }): JSX.Element {
  return <bdi className="digits" dir="ltr">{children}</bdi>;
}
