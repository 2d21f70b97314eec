import { EmptyState } from "../components/EmptyState";
import { Mark } from "../components/Mark";
import { Notice } from "../components/Notice";
import { problemText } from "../components/problemText";
import type { StatusFeed } from "../shell/useSystemStatus";
import { useText } from "../text/TextProvider";
import { CollectorTable } from "./CollectorTable";
import { PBXCard } from "./PBXCard";
import { isRunning, stateOf } from "./stateMarks";

/** How PBXs and collectors are. */
export function PBXsView({ feed: { status, problem } }: { readonly feed: StatusFeed }): JSX.Element {
  const { t } = useText();
  const enabled = status?.pbxs.filter((pbx) => pbx.enabled) ?? [];
  const running = enabled.filter((pbx) => isRunning(stateOf(pbx.state))).length;
  const failing = enabled.filter((pbx) => pbx.state === "failed").length;
  return (
    <div className="view pbxs-view">
      <div className="view-head">
        <h1>{t("pbxs.title")}</h1>
        {running > 0 && <Mark tone="good" icon="check" word={t("pbxs.running", { count: running })} />}
        {failing > 0 && <Mark tone="bad" icon="alert" word={t("pbxs.failing", { count: failing })} />}
      </div>
      {problem && <Notice tone="bad">{problemText(problem, t)}</Notice>}
      {!status && !problem && <p className="loading" role="status">{t("pbxs.loading")}</p>}
      {status && (
        <>
          {status.pbxs.length === 0
            ? <EmptyState icon="network" title={t("pbxs.empty")} hint={t("pbxs.emptyHint")} />
            : (
              <ul className="cards">
                {status.pbxs.map((pbx) => <PBXCard key={pbx.id} pbx={pbx} now={status.server_time} />)}
              </ul>
            )}
          <CollectorTable collectors={status.collectors} now={status.server_time} />
        </>
      )}
    </div>
  );
}
