import { useEffect } from "react";
import { CallsView } from "../calls/CallsView";
import { PBXsView } from "../pbxs/PBXsView";
import { useText } from "../text/TextProvider";
import { Navigation } from "./Navigation";
import { useRoute } from "./route";
import { useSystemStatus } from "./useSystemStatus";

/** The frame around every view behind the log-in. */
export function Shell(): JSX.Element {
  const { t } = useText();
  const route = useRoute();
  const feed = useSystemStatus();
  const title = t(`nav.${route.view}`);
  useEffect(() => {
    document.title = `${title} – ECAS`;
  }, [title]);
  const failing = feed.status?.pbxs.filter((pbx) => pbx.enabled && pbx.state === "failed").length ?? 0;
  return (
    <div className="shell">
      <a className="skip-link" href="#main" onClick={skipToMain}>{t("shell.skip")}</a>
      <Navigation view={route.view} failing={failing} />
      <main id="main" className="main" tabIndex={-1}>
        {route.view === "calls"
          ? <CallsView route={route} pbxs={feed.status?.pbxs} />
          : <PBXsView feed={feed} />}
      </main>
    </div>
  );
}

// The address holds the route, so the link must not change it.
function skipToMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
