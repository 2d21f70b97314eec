import type { Decimal } from "../api/types";

/** Digits kept after the decimal point: the API's money has nine. */
const scale = 9;

function units(decimal: Decimal): bigint | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d{0,9}))?$/.exec(decimal);
  if (match === null) return undefined;
  const [, sign = "", whole = "0", fraction = ""] = match;
  const magnitude = BigInt(whole + fraction.padEnd(scale, "0"));
  return sign === "-" ? -magnitude : magnitude;
}

/** The exact sum; texts that are not decimal numbers do not count. */
export function sumDecimals(decimals: readonly Decimal[]): Decimal {
  const sum = decimals.reduce((total, decimal) => total + (units(decimal) ?? 0n), 0n);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(scale + 1, "0");
  const fraction = digits.slice(-scale).replace(/0+$/, "");
  return `${sum < 0n ? "-" : ""}${digits.slice(0, -scale)}${fraction === "" ? "" : `.${fraction}`}`;
}
