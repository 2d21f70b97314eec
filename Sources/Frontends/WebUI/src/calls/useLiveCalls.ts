import { useCallback, useEffect, useRef, useState } from "react";
import { Problem } from "../api/problem";
import type { CallPage } from "../api/types";
import { usePolling } from "../components/usePolling";
import { useSession } from "../session/SessionProvider";
import type { CallFilter } from "./callFilter";
import { queryOf } from "./callFilter";
import type { CallList } from "./callList";
import { countMissing, longestList, withNewest, withOlder } from "./callList";

const refreshInterval = 2_000;
const pageSize = 100;

interface LiveCallsOptions {
  /** Must stay the same object while it means the same. */
  readonly filter: CallFilter;
  /** Stops asking the server. */
  readonly paused: boolean;
  /** Keeps the rows as they are while the user reads further down; what comes is counted. */
  readonly held: boolean;
}

export interface LiveCalls {
  /** Absent until the first answer. */
  readonly list: CallList | undefined;
  /** New calls that wait for the user to return to the top. */
  readonly waiting: number;
  readonly problem: Problem | undefined;
  readonly older: "more" | "loading" | "none" | "limit";
  readonly loadOlder: () => void;
}

/** The calls that a filter lets through, kept up to date. */
export function useLiveCalls({ filter, paused, held }: LiveCallsOptions): LiveCalls {
  const { client } = useSession();
  const [list, setList] = useState<CallList>();
  const [pending, setPending] = useState<CallPage>();
  const [loadingOlder, setLoadingOlder] = useState(false);
  const [olderProblem, setOlderProblem] = useState<Problem>();
  const olderAbort = useRef<AbortController>();
  const heldNow = useRef(held);
  heldNow.current = held;

  useEffect(() => () => {
    olderAbort.current?.abort();
    setList(undefined);
    setPending(undefined);
    setOlderProblem(undefined);
    setLoadingOlder(false);
  }, [filter]);

  const refresh = useCallback(async (signal: AbortSignal) => {
    const page = await client.calls({ ...queryOf(filter, new Date()), limit: pageSize }, signal);
    if (signal.aborted) return;
    if (heldNow.current) setPending(page);
    else setList((current) => withNewest(current, page));
  }, [client, filter]);
  const problem = usePolling(refresh, refreshInterval, !paused);

  useEffect(() => {
    if (held || pending === undefined) return;
    setList((current) => withNewest(current, pending));
    setPending(undefined);
  }, [held, pending]);

  const loadOlder = useCallback(async () => {
    if (list?.next === undefined) return;
    const abort = new AbortController();
    olderAbort.current = abort;
    setLoadingOlder(true);
    try {
      const query = { ...queryOf(filter, new Date()), limit: pageSize, cursor: list.next };
      const page = await client.calls(query, abort.signal);
      if (abort.signal.aborted) return;
      setList((current) => current && withOlder(current, page));
      setOlderProblem(undefined);
    } catch (thrown) {
      if (!abort.signal.aborted) setOlderProblem(Problem.from(thrown));
    }
    if (!abort.signal.aborted) setLoadingOlder(false);
  }, [client, filter, list?.next]);

  return {
    list,
    waiting: list && pending ? countMissing(list, pending) : 0,
    problem: problem ?? olderProblem,
    older: olderState(list, loadingOlder),
    loadOlder: () => void loadOlder(),
  };
}

function olderState(list: CallList | undefined, loading: boolean): LiveCalls["older"] {
  if (list?.next === undefined) return "none";
  if (list.calls.length >= longestList) return "limit";
  return loading ? "loading" : "more";
}
