import { Icon } from "../components/Icon";
import { useText } from "../text/TextProvider";

interface LiveSwitchProps {
  readonly paused: boolean;
  readonly failing: boolean;
  readonly onChange: (paused: boolean) => void;
}

/** Says whether the list is live, and stops or resumes it. */
export function LiveSwitch({ paused, failing, onChange }: LiveSwitchProps): JSX.Element {
  const { t } = useText();
  const state = paused ? "paused" : failing ? "failing" : "live";
  const action = t(paused ? "calls.resume" : "calls.pause");
  return (
    <button
      className={`live live-${state}`} type="button" title={action} onClick={() => onChange(!paused)}
    >
      <span className="live-dot" aria-hidden="true" />
      <span>{t(paused ? "calls.paused" : "calls.live")}</span>
      <span className="visually-hidden">, {action}</span>
      <Icon name={paused ? "play" : "pause"} />
    </button>
  );
}
