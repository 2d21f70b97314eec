import type { PBXStatus } from "../api/types";
import { useText } from "../text/TextProvider";

const outcomes = ["stored", "suspended", "duplicate", "skipped"] as const;

/** Accounts for every record received: how many were stored, suspended, duplicate, skipped, or are on the way. */
export function RecordLedger({ pbx }: { readonly pbx: PBXStatus }): JSX.Element {
  const { t, formats } = useText();
  const settled = outcomes.reduce((sum, outcome) => sum + pbx[outcome], 0);
  const inFlight = Math.max(0, pbx.received - settled);
  return (
    <div className="ledger">
      <p className="ledger-total">
        <span className="ledger-number">{formats.count(pbx.received)}</span> {t("pbxs.received")}
      </p>
      <LedgerBar pbx={pbx} total={Math.max(pbx.received, settled)} label={t("pbxs.ledger")} />
      <dl className="ledger-outcomes">
        {outcomes.map((outcome) => (
          <div key={outcome} className={`ledger-${outcome}${pbx[outcome] === 0 ? " ledger-none" : ""}`}>
            <dt>{t(`pbxs.${outcome}`)}</dt>
            <dd>{formats.count(pbx[outcome])}</dd>
          </div>
        ))}
        {inFlight > 0 && (
          <div className="ledger-flight">
            <dt>{t("pbxs.inFlight")}</dt>
            <dd>{formats.count(inFlight)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

interface LedgerBarProps {
  readonly pbx: PBXStatus;
  readonly total: number;
  readonly label: string;
}

/** The shares as one bar; the numbers stand below it. */
function LedgerBar({ pbx, total, label }: LedgerBarProps): JSX.Element {
  let start = 0;
  return (
    <svg className="ledger-bar" viewBox="0 0 100 1" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect className="ledger-ground" width="100" height="1" />
      {total > 0 && outcomes.map((outcome) => {
        const width = 100 * pbx[outcome] / total;
        const segment = <rect key={outcome} className={`ledger-${outcome}`} x={start} width={width} height="1" />;
        start += width;
        return segment;
      })}
    </svg>
  );
}
