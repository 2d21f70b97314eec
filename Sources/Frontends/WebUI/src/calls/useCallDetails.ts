import { useEffect, useState } from "react";
import { Problem } from "../api/problem";
import type { CallDetails } from "../api/types";
import { useSession } from "../session/SessionProvider";

export interface CallDetailsAnswer {
  readonly details: CallDetails | undefined;
  readonly problem: Problem | undefined;
}

/** Everything about one call. */
export function useCallDetails(id: string): CallDetailsAnswer {
  const { client } = useSession();
  const [answer, setAnswer] = useState<CallDetailsAnswer>({ details: undefined, problem: undefined });
  useEffect(() => {
    const abort = new AbortController();
    client.call(id, abort.signal).then(
      (details) => setAnswer({ details, problem: undefined }),
      (thrown: unknown) => {
        if (!abort.signal.aborted) setAnswer({ details: undefined, problem: Problem.from(thrown) });
      },
    );
    return () => abort.abort();
  }, [client, id]);
  return answer;
}
