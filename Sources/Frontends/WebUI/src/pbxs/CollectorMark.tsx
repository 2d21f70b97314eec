import type { CollectorStatus, Timestamp } from "../api/types";
import { Mark } from "../components/Mark";
import { useText } from "../text/TextProvider";

/** A running collector that has not been heard of for this long, in milliseconds, is taken for dead. */
const longestSilence = 30_000;

interface CollectorMarkProps {
  readonly collector: CollectorStatus;
  /** The server's clock, against which the silence counts. */
  readonly now: Timestamp;
}

/** Whether a collector is at work, has ended, or has fallen silent. */
export function CollectorMark({ collector: { state, heartbeat_at: heartbeat }, now }: CollectorMarkProps): JSX.Element {
  const { t } = useText();
  if (state === "stopped") return <Mark tone="plain" icon="stop" word={t("collectors.stopped")} />;
  const silent = heartbeat === undefined || Date.parse(now) - Date.parse(heartbeat) > longestSilence;
  if (silent) return <Mark tone="bad" icon="alert" word={t("collectors.silent")} />;
  return <Mark tone="good" icon="check" word={t("collectors.running")} />;
}
