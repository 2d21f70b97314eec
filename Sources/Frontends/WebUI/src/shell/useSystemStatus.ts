import { useCallback, useState } from "react";
import type { Problem } from "../api/problem";
import type { SystemStatus } from "../api/types";
import { usePolling } from "../components/usePolling";
import { useSession } from "../session/SessionProvider";

const refreshInterval = 2_000;

export interface StatusFeed {
  /** The last status that came; absent before the first. */
  readonly status: SystemStatus | undefined;
  /** Why the last request failed. */
  readonly problem: Problem | undefined;
}

/** The state of collectors and PBXs, kept up to date. */
export function useSystemStatus(): StatusFeed {
  const { client } = useSession();
  const [status, setStatus] = useState<SystemStatus>();
  const refresh = useCallback(async (signal: AbortSignal) => {
    setStatus(await client.status(signal));
  }, [client]);
  const problem = usePolling(refresh, refreshInterval, true);
  return { status, problem };
}
