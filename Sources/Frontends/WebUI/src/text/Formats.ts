import type { Decimal, Timestamp } from "../api/types";
import { wallClock } from "./wallClock";

/** Up to how many fraction digits money shows: those of coins in a total, those of tariffs in a list, or all. */
export type MoneyPrecision = "total" | "list" | "exact";

const mostDigits: Readonly<Record<MoneyPrecision, number>> = { total: 2, list: 4, exact: 9 };

const relativeUnits: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1],
];

/** Writes numbers, money, dates and durations the way of one locale. */
export class Formats {
  readonly #locale: string;
  readonly #time: Intl.DateTimeFormat;
  readonly #date: Intl.DateTimeFormat;
  readonly #count: Intl.NumberFormat;
  readonly #share: Intl.NumberFormat;
  readonly #relative: Intl.RelativeTimeFormat;

  constructor(locale: string) {
    this.#locale = locale;
    // Wall clocks are formatted as if they were UTC: see `WallClock`.
    this.#time = new Intl.DateTimeFormat(locale, {
      hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone: "UTC",
    });
    this.#date = new Intl.DateTimeFormat(locale, { day: "2-digit", month: "short", year: "numeric", timeZone: "UTC" });
    this.#count = new Intl.NumberFormat(locale);
    this.#share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
    this.#relative = new Intl.RelativeTimeFormat(locale, { style: "short" });
  }

  /** The time of day on the clock where it happened; the text itself when it is no timestamp. */
  time(timestamp: Timestamp): string {
    const clock = wallClock(timestamp);
    return clock === undefined ? timestamp : this.#time.format(clock.asUTC);
  }

  /** The date where it happened. */
  date(timestamp: Timestamp): string {
    const clock = wallClock(timestamp);
    return clock === undefined ? "" : this.#date.format(clock.asUTC);
  }

  /** Date, time and UTC offset. */
  moment(timestamp: Timestamp): string {
    const offset = wallClock(timestamp)?.offset;
    const zone = offset === undefined ? "" : offset === "Z" ? " UTC" : ` UTC${offset}`;
    return `${this.date(timestamp)} ${this.time(timestamp)}${zone}`.trim();
  }

  /** How long before `now` it was, in words; both are instants. */
  age(timestamp: Timestamp, now: Timestamp): string {
    const seconds = Math.max(0, Math.round((Date.parse(now) - Date.parse(timestamp)) / 1_000));
    if (Number.isNaN(seconds)) return timestamp;
    const [unit, length] = relativeUnits.find(([, size]) => seconds >= size) ?? ["second", 1];
    return this.#relative.format(-Math.floor(seconds / length), unit);
  }

  /** Seconds as `m:ss` or `h:mm:ss`. */
  duration(seconds: number): string {
    const two = (value: number): string => String(value).padStart(2, "0");
    const whole = Math.floor(seconds);
    const hours = Math.floor(whole / 3_600);
    const minutes = Math.floor(whole / 60) % 60;
    return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
  }

  count(value: number): string {
    return this.#count.format(value);
  }

  /** A share from 0 to 1 in per cent. */
  share(value: number): string {
    return this.#share.format(value);
  }

  /** Milliseconds, or seconds from one second on. */
  lag(milliseconds: number): string {
    const seconds = milliseconds >= 1_000;
    return new Intl.NumberFormat(this.#locale, {
      style: "unit", unit: seconds ? "second" : "millisecond", maximumFractionDigits: seconds ? 1 : 0,
    }).format(seconds ? milliseconds / 1_000 : milliseconds);
  }

  /** An amount with its currency; the plain text when the currency is no ISO 4217 code. */
  money(amount: Decimal, currency: string | undefined, precision: MoneyPrecision = "list"): string {
    const value = Number(amount);
    if (Number.isNaN(value)) return [amount, currency].filter(Boolean).join(" ");
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: mostDigits[precision] };
    if (currency !== undefined && /^[A-Z]{3}$/.test(currency)) {
      return new Intl.NumberFormat(this.#locale, { style: "currency", currency, ...digits }).format(value);
    }
    const number = new Intl.NumberFormat(this.#locale, digits).format(value);
    return currency === undefined ? number : `${number} ${currency}`;
  }
}
