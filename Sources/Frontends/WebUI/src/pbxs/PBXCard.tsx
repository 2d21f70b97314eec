import type { PBXStatus, Timestamp } from "../api/types";
import { Icon } from "../components/Icon";
import { Mark } from "../components/Mark";
import { useText } from "../text/TextProvider";
import { RecordLedger } from "./RecordLedger";
import { stateMarks, stateOf } from "./stateMarks";

interface PBXCardProps {
  readonly pbx: PBXStatus;
  /** The server's clock, against which ages count. */
  readonly now: Timestamp;
}

/** One PBX: what it is, how its line is, and where its records went. */
export function PBXCard({ pbx, now }: PBXCardProps): JSX.Element {
  const { t, formats } = useText();
  const state = stateOf(pbx.state);
  const product = [pbx.vendor, pbx.product].filter(Boolean).join(" ") || pbx.driver;
  return (
    <li className={`card${pbx.enabled ? "" : " card-off"}`} data-pbx={pbx.id}>
      <header className="card-head">
        <h2>{pbx.name}</h2>
        {pbx.enabled
          ? <Mark {...stateMarks[state]} word={t(`state.${state}`)} />
          : <Mark tone="plain" icon="stop" word={t("pbxs.disabled")} />}
        <p className="card-product" title={pbx.driver}>{product}</p>
      </header>
      <p className="card-address">
        <Icon name={pbx.transport === "folder" ? "folder" : "network"} />
        <span>{t(`transport.${pbx.transport}`)} <bdi className="digits" dir="ltr">{pbx.address}</bdi></span>
      </p>
      {pbx.message !== undefined && pbx.message !== "" && (
        <p className={`card-message${state === "failed" ? " card-message-bad" : ""}`}>{pbx.message}</p>
      )}
      <RecordLedger pbx={pbx} />
      <dl className="card-times">
        <div>
          <dt>{t("pbxs.lastRecord")}</dt>
          <dd title={pbx.last_record_at && formats.moment(pbx.last_record_at)}>
            {pbx.last_record_at === undefined ? t("pbxs.never") : formats.age(pbx.last_record_at, now)}
          </dd>
        </div>
        {pbx.lag_ms !== undefined && <div><dt>{t("pbxs.lag")}</dt><dd>{formats.lag(pbx.lag_ms)}</dd></div>}
      </dl>
      {pbx.updated_at !== undefined && (
        <p className="card-updated" title={formats.moment(pbx.updated_at)}>
          {t("pbxs.updated", { age: formats.age(pbx.updated_at, now) })}
        </p>
      )}
    </li>
  );
}
