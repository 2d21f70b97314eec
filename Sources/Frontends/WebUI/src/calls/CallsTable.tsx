import type { KeyboardEvent } from "react";
import type { Call } from "../api/types";
import { useText } from "../text/TextProvider";
import { CallRow } from "./CallRow";
import { columns } from "./columns";

interface CallsTableProps {
  readonly calls: readonly Call[];
  readonly fresh: ReadonlySet<string>;
  readonly selected: string | undefined;
  /** Must be stable: rows are drawn anew only when they change. */
  readonly onOpen: (id: string) => void;
}

/**
 * Calls as a table; as cards on narrow screens.
 *
 * The roles are written out because the style sheet lays the table out as cards, which would take them away.
 */
export function CallsTable({ calls, fresh, selected, onOpen }: CallsTableProps): JSX.Element {
  const { t } = useText();
  return (
    <table className="calls" role="table" aria-label={t("calls.title")}>
      <thead role="rowgroup">
        <tr role="row">
          <th className="cell-start" role="columnheader" scope="col">{t("field.start")}</th>
          {columns.map(({ name, title }) => (
            <th key={name} className={`cell-${name}`} role="columnheader" scope="col">{t(title)}</th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" onKeyDown={moveBetweenRows}>
        {calls.map((call) => (
          <CallRow
            key={call.id} call={call} fresh={fresh.has(call.id)} selected={call.id === selected} onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The arrow keys go from row to row. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row = (event.target as HTMLElement).closest("tr");
  const neighbour = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
  const opener = neighbour?.querySelector<HTMLElement>(".call-opener");
  if (opener === null || opener === undefined) return;
  event.preventDefault();
  opener.focus();
}
