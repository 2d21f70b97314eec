import type { CollectorStatus, Timestamp } from "../api/types";
import { useText } from "../text/TextProvider";
import { CollectorMark } from "./CollectorMark";

interface CollectorTableProps {
  readonly collectors: readonly CollectorStatus[];
  /** The server's clock, against which ages count. */
  readonly now: Timestamp;
}

/** The processes that talk to the PBXs. */
export function CollectorTable({ collectors, now }: CollectorTableProps): JSX.Element {
  const { t, formats } = useText();
  return (
    <section className="collectors">
      <h2>{t("collectors.title")}</h2>
      {collectors.length === 0 ? <p className="muted">{t("collectors.empty")}</p> : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("collectors.name")}</th>
              <th scope="col">{t("collectors.state")}</th>
              <th scope="col">{t("collectors.heartbeat")}</th>
              <th scope="col">{t("collectors.started")}</th>
            </tr>
          </thead>
          <tbody>
            {collectors.map((collector) => (
              <tr key={collector.id}>
                <td>{collector.name}</td>
                <td><CollectorMark collector={collector} now={now} /></td>
                <td>{collector.heartbeat_at === undefined ? "–" : formats.age(collector.heartbeat_at, now)}</td>
                <td>{collector.started_at === undefined ? "–" : formats.moment(collector.started_at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
