import { useEffect, useRef } from "react";
import type { Call } from "../api/types";
import { Icon } from "../components/Icon";
import { Notice } from "../components/Notice";
import { problemText } from "../components/problemText";
import { useText } from "../text/TextProvider";
import { CallFacts } from "./CallFacts";
import { Digits, DirectionMark, Unknown } from "./marks";
import { PriceFacts } from "./PriceFacts";
import { RawRecord } from "./RawRecord";
import { useCallDetails } from "./useCallDetails";

interface CallDrawerProps {
  readonly id: string;
  /** The call as the list has it: shown until the details come. */
  readonly known: Call | undefined;
  /** Must be stable. */
  readonly onClose: () => void;
}

/** Everything about one call, beside the list, which stays live. */
export function CallDrawer({ id, known, onClose }: CallDrawerProps): JSX.Element {
  const { t } = useText();
  const { details, problem } = useCallDetails(id);
  const call = details ?? known;
  const closer = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    closer.current?.focus();
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key === "Escape") onClose();
    };
    document.addEventListener("keydown", closeOnEscape);
    return () => document.removeEventListener("keydown", closeOnEscape);
  }, [onClose]);
  useEffect(() => () => {
    document.querySelector<HTMLElement>(`[data-call="${CSS.escape(id)}"] .call-opener`)?.focus();
  }, [id]);

  return (
    <aside className="drawer" role="dialog" aria-label={t("details.label")}>
      <header className="drawer-head">
        {call?.direction && <DirectionMark direction={call.direction} />}
        <button
          className="icon-button" type="button" ref={closer} onClick={onClose} aria-label={t("details.close")}
          title={t("details.close")}
        >
          <Icon name="close" />
        </button>
        {call && <Parties call={call} />}
      </header>
      <div className="drawer-body">
        {problem && <Notice tone="bad">{problemText(problem, t)}</Notice>}
        {call && <CallFacts call={call} />}
        {call?.price && <PriceFacts price={call.price} />}
        {details?.raw_record && <RawRecord {...details.raw_record} />}
      </div>
    </aside>
  );
}

function Parties({ call }: { readonly call: Call }): JSX.Element {
  const called = call.called ?? call.dialed;
  return (
    <h2 className="drawer-title">
      {call.calling === undefined ? <Unknown /> : <Digits>{call.calling}</Digits>}
      <span className="drawer-arrow" aria-hidden="true">→</span>
      {called === undefined ? <Unknown /> : <Digits>{called}</Digits>}
    </h2>
  );
}
