import type { Call, CallPage } from "../api/types";

/** The calls on the screen, newest first. */
export interface CallList {
  readonly calls: readonly Call[];
  /** Where the calls older than these start; absent when there are none. */
  readonly next?: string;
  /** Calls that came while the list was being watched. */
  readonly fresh: ReadonlySet<string>;
  /** Whether older calls were loaded, which a refresh must keep. */
  readonly extended: boolean;
}

/** How many calls a list holds at most, so that a page left open for days stays quick. */
export const longestList = 2_000;

function build(calls: readonly Call[], next: string | undefined, rest: Omit<CallList, "calls" | "next">): CallList {
  return { ...rest, calls: calls.slice(0, longestList), ...(next !== undefined && { next }) };
}

/**
 * The list after its newest page was read again: the page replaces the rows it covers, older rows stay.
 *
 * Where the page does not reach down to the rows known before (more came in between than one page holds), the
 * list starts anew with the page, so that it never hides a gap.
 */
export function withNewest(list: CallList | undefined, page: CallPage): CallList {
  if (list === undefined) return build(page.calls, page.next, { fresh: new Set(), extended: false });

  const known = new Set(list.calls.map((call) => call.id));
  const arrived = page.calls.filter((call) => !known.has(call.id)).map((call) => call.id);
  const fresh = arrived.length === 0 ? list.fresh : new Set([...list.fresh, ...arrived]);

  const inPage = new Set(page.calls.map((call) => call.id));
  const covered = list.calls.reduce((last, call, index) => (inPage.has(call.id) ? index : last), -1);
  if (!list.extended || page.next === undefined || covered < 0) {
    return build(page.calls, page.next, { fresh, extended: false });
  }
  const older = list.calls.slice(covered + 1);
  return build([...page.calls, ...older], older.length > 0 ? list.next : page.next, { fresh, extended: true });
}

/** The list with a page of older calls below it. */
export function withOlder(list: CallList, page: CallPage): CallList {
  const known = new Set(list.calls.map((call) => call.id));
  const older = page.calls.filter((call) => !known.has(call.id));
  return build([...list.calls, ...older], page.next, { fresh: list.fresh, extended: true });
}

/** How many calls of a newer page are not in the list. */
export function countMissing(list: CallList, page: CallPage): number {
  const known = new Set(list.calls.map((call) => call.id));
  return page.calls.filter((call) => !known.has(call.id)).length;
}
