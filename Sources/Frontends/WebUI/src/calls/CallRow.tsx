import { memo } from "react";
import type { Call } from "../api/types";
import { useText } from "../text/TextProvider";
import { columns } from "./columns";
import { Unknown } from "./marks";

interface CallRowProps {
  readonly call: Call;
  /** Whether it came while the list was being watched. */
  readonly fresh: boolean;
  readonly selected: boolean;
  readonly onOpen: (id: string) => void;
}

/** One call. The whole row opens the details; the button in it is for the keyboard and screen readers. */
export const CallRow = memo(function CallRow({ call, fresh, selected, onOpen }: CallRowProps): JSX.Element {
  const { t, formats } = useText();
  const start = call.start;
  const label = t("calls.of", {
    calling: call.calling ?? t("calls.unknown"),
    called: call.called ?? call.dialed ?? t("calls.unknown"),
    start: start === undefined ? t("calls.unknown") : formats.moment(start),
  });
  const className = ["call", fresh && "call-fresh", selected && "call-selected"].filter(Boolean).join(" ");
  return (
    <tr className={className} role="row" data-call={call.id} onClick={() => onOpen(call.id)}>
      <td className="cell-start" role="cell">
        <button className="call-opener" type="button" aria-label={label} aria-expanded={selected}>
          {start === undefined ? <Unknown /> : (
            <>
              <span className="call-time">{formats.time(start)}</span>
              <span className="call-date">{formats.date(start)}</span>
            </>
          )}
        </button>
      </td>
      {columns.map(({ name, title, value }) => {
        const content = value(call, { t, formats });
        const known = content !== undefined && content !== false && content !== "";
        return (
          <td key={name} className={`cell-${name}`} role="cell" data-title={t(title)}>
            {known ? content : <Unknown />}
          </td>
        );
      })}
    </tr>
  );
});
