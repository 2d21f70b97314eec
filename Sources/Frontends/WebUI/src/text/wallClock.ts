import type { Timestamp } from "../api/types";

/** What a clock on the wall showed where something happened. */
export interface WallClock {
  /** The wall clock as if it were UTC: for formatting only, with the time zone UTC. */
  readonly asUTC: Date;
  /** The UTC offset as written (`+01:00`, `Z`); absent when the text has none. */
  readonly offset?: string;
}

const pattern = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/i;

/** Reads a timestamp without moving it to another zone; undefined when it is none. */
export function wallClock(timestamp: Timestamp): WallClock | undefined {
  const match = pattern.exec(timestamp);
  if (match === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((digits: string | undefined) => Number(digits ?? 0));
  const offset = match[7];
  return {
    asUTC: new Date(Date.UTC(year, month - 1, day, hour, minute, second)),
    ...(offset !== undefined && { offset: offset.toUpperCase() }),
  };
}

/** An instant as RFC 3339 text on this computer's wall clock, to the second. */
export function timestampOf(instant: Date): Timestamp {
  const eastward = -instant.getTimezoneOffset();
  const shifted = new Date(instant.getTime() + eastward * 60_000);
  const sign = eastward < 0 ? "-" : "+";
  const hours = String(Math.floor(Math.abs(eastward) / 60)).padStart(2, "0");
  const minutes = String(Math.abs(eastward) % 60).padStart(2, "0");
  return `${shifted.toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
}
