import type { CallQuery, Direction } from "../api/types";
import { directions } from "../api/types";
import { timestampOf } from "../text/wallClock";

export const timeRanges = ["today", "day", "week", "all", "custom"] as const;
export type TimeRange = typeof timeRanges[number];

/** Which calls the list shows, as the user thinks of it. Empty texts do not limit. */
export interface CallFilter {
  readonly range: TimeRange;
  /** Wall-clock time of this computer (`2026-03-11T10:00`); counts with the range `custom` only. */
  readonly from: string;
  readonly to: string;
  readonly extension: string;
  readonly direction: Direction | "";
  readonly pbx: string;
}

export const noFilter: CallFilter = { range: "all", from: "", to: "", extension: "", direction: "", pbx: "" };

function oneOf<Value extends string, Other extends string>(
  values: readonly Value[], text: string | null, other: Other,
): Value | Other {
  return values.find((value) => value === text) ?? other;
}

/** The filter that an address holds; what is not understood does not limit. */
export function filterOf(parameters: URLSearchParams): CallFilter {
  return {
    range: oneOf(timeRanges, parameters.get("range"), noFilter.range),
    from: parameters.get("from") ?? "",
    to: parameters.get("to") ?? "",
    extension: parameters.get("extension") ?? "",
    direction: oneOf(directions, parameters.get("direction"), ""),
    pbx: parameters.get("pbx") ?? "",
  };
}

/** The filter for an address: only what differs from no filter. */
export function parametersOf(filter: CallFilter): URLSearchParams {
  const custom = filter.range === "custom";
  const entries = Object.entries({ ...filter, ...(!custom && { from: "", to: "" }) });
  const limits = entries.filter(([name, value]) => value !== noFilter[name as keyof CallFilter]);
  return new URLSearchParams(limits);
}

export function isFiltered(filter: CallFilter): boolean {
  return parametersOf(filter).toString() !== "";
}

const dayLength = 86_400_000;

/** The filter as the API takes it at the instant `now`. */
export function queryOf(filter: CallFilter, now: Date): CallQuery {
  return {
    ...timesOf(filter, now),
    ...(filter.extension.trim() !== "" && { extension: filter.extension.trim() }),
    ...(filter.direction !== "" && { direction: filter.direction }),
    ...(filter.pbx !== "" && { pbx: filter.pbx }),
  };
}

function timesOf(filter: CallFilter, now: Date): Pick<CallQuery, "from" | "to"> {
  switch (filter.range) {
    case "all": return {};
    case "today": return { from: timestampOf(new Date(now.getFullYear(), now.getMonth(), now.getDate())) };
    case "day": return { from: timestampOf(new Date(now.getTime() - dayLength)) };
    case "week": return { from: timestampOf(new Date(now.getTime() - 7 * dayLength)) };
    case "custom": {
      const [from, to] = [new Date(filter.from), new Date(filter.to)];
      return {
        ...(!Number.isNaN(from.getTime()) && { from: timestampOf(from) }),
        ...(!Number.isNaN(to.getTime()) && { to: timestampOf(to) }),
      };
    }
  }
}
