import { useCallback, useMemo, useRef, useState } from "react";
import type { PBXStatus } from "../api/types";
import { Icon } from "../components/Icon";
import { Notice } from "../components/Notice";
import { problemText } from "../components/problemText";
import type { Route } from "../shell/route";
import { navigate } from "../shell/route";
import { useText } from "../text/TextProvider";
import { CallDrawer } from "./CallDrawer";
import { filterOf, isFiltered, parametersOf } from "./callFilter";
import type { CallFilter } from "./callFilter";
import { CallsEmpty } from "./CallsEmpty";
import { CallsTable } from "./CallsTable";
import { FilterBar } from "./FilterBar";
import { ListSummary } from "./ListSummary";
import { LiveSwitch } from "./LiveSwitch";
import { OlderCalls } from "./OlderCalls";
import { pbxChoices } from "./pbxChoices";
import { useLiveCalls } from "./useLiveCalls";

interface CallsViewProps {
  readonly route: Route;
  /** Absent until the status is known, or where the user may not see it. */
  readonly pbxs: readonly PBXStatus[] | undefined;
}

/** How far down, in pixels, the user must be reading for new rows to wait. */
const heldBelow = 24;

/** The live list of calls. */
export function CallsView({ route, pbxs }: CallsViewProps): JSX.Element {
  const { t } = useText();
  const query = route.parameters.toString();
  const filter = useMemo(() => filterOf(new URLSearchParams(query)), [query]);
  const [paused, setPaused] = useState(false);
  const [held, setHeld] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const { list, waiting, problem, older, loadOlder } = useLiveCalls({ filter, paused, held });

  const setFilter = (next: CallFilter): void => {
    navigate({ view: "calls", parameters: parametersOf(next) }, { replace: true });
    scroller.current?.scrollTo({ top: 0 });
  };
  const open = useCallback((call: string) => {
    navigate({ view: "calls", call, parameters: new URLSearchParams(query) });
  }, [query]);
  const close = useCallback(() => {
    navigate({ view: "calls", parameters: new URLSearchParams(query) }, { replace: true });
  }, [query]);

  const calls = list?.calls ?? [];
  return (
    <div className="view calls-view">
      <div className="view-head">
        <h1>{t("calls.title")}</h1>
        <LiveSwitch paused={paused} failing={problem !== undefined} onChange={setPaused} />
        <ListSummary calls={calls} />
      </div>
      <FilterBar filter={filter} onChange={setFilter} pbxs={pbxChoices(pbxs, calls)} />
      {problem && <Notice tone="bad">{problemText(problem, t)}</Notice>}
      <div className="calls-pane">
        {waiting > 0 && (
          <button className="waiting" type="button" onClick={() => scroller.current?.scrollTo({ top: 0 })}>
            <Icon name="up" />
            {t("calls.waiting", { count: waiting })}
          </button>
        )}
        <div
          className="calls-scroller" ref={scroller}
          onScroll={(event) => setHeld(event.currentTarget.scrollTop > heldBelow)}
        >
          {list === undefined && problem === undefined && <p className="loading" role="status">{t("calls.loading")}</p>}
          {list !== undefined && calls.length === 0 && (
            <CallsEmpty filtered={isFiltered(filter)} onClear={() => setFilter(filterOf(new URLSearchParams()))} />
          )}
          {list !== undefined && calls.length > 0 && (
            <>
              <CallsTable calls={calls} fresh={list.fresh} selected={route.call} onOpen={open} />
              <OlderCalls state={older} onLoad={loadOlder} />
            </>
          )}
        </div>
      </div>
      {route.call !== undefined && (
        <CallDrawer
          key={route.call} id={route.call} known={calls.find((call) => call.id === route.call)} onClose={close}
        />
      )}
    </div>
  );
}
