import { useEffect, useState } from "react";
import { Problem } from "../api/problem";

const longestWait = 30_000;

/**
 * Runs a task now and then again and again, `interval` milliseconds after each end.
 *
 * Failures are answered and make the wait longer, up to half a minute. Nothing runs while the tab is hidden;
 * when it is seen again, the task runs at once. `task` must be stable (`useCallback`): a new one starts anew.
 */
export function usePolling(
  task: (signal: AbortSignal) => Promise<void>, interval: number, enabled: boolean,
): Problem | undefined {
  const [problem, setProblem] = useState<Problem>();

  useEffect(() => {
    if (!enabled) return undefined;
    const abort = new AbortController();
    let timer: number | undefined;
    let running = false;
    let failures = 0;

    const run = async (): Promise<void> => {
      window.clearTimeout(timer);
      if (running || document.hidden) return;
      running = true;
      try {
        await task(abort.signal);
        failures = 0;
        if (!abort.signal.aborted) setProblem(undefined);
      } catch (thrown) {
        failures += 1;
        if (!abort.signal.aborted) setProblem(Problem.from(thrown));
      }
      running = false;
      if (abort.signal.aborted) return;
      timer = window.setTimeout(() => void run(), Math.min(interval * 2 ** failures, longestWait));
    };
    const runNow = (): void => void run();

    runNow();
    document.addEventListener("visibilitychange", runNow);
    window.addEventListener("online", runNow);
    return () => {
      abort.abort();
      window.clearTimeout(timer);
      document.removeEventListener("visibilitychange", runNow);
      window.removeEventListener("online", runNow);
    };
  }, [task, interval, enabled]);

  return problem;
}
