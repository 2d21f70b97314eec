import { useText } from "../text/TextProvider";
import type { LiveCalls } from "./useLiveCalls";

interface OlderCallsProps {
  readonly state: LiveCalls["older"];
  readonly onLoad: () => void;
}

/** The foot of the list: loads older calls, or says that there are none. */
export function OlderCalls({ state, onLoad }: OlderCallsProps): JSX.Element {
  const { t } = useText();
  return (
    <div className="older">
      {state === "none" && <p>{t("calls.end")}</p>}
      {state === "limit" && <p>{t("calls.limit")}</p>}
      {(state === "more" || state === "loading") && (
        <button className="button" type="button" disabled={state === "loading"} onClick={onLoad}>
          {t(state === "loading" ? "calls.loadingOlder" : "calls.loadOlder")}
        </button>
      )}
    </div>
  );
}
