import assert from "node:assert/strict";
import { test } from "node:test";
import { sumDecimals } from "../../../Sources/Frontends/WebUI/src/text/decimal";
import { english } from "../../../Sources/Frontends/WebUI/src/text/english";
import { Formats } from "../../../Sources/Frontends/WebUI/src/text/Formats";
import { german } from "../../../Sources/Frontends/WebUI/src/text/german";
import { timestampOf, wallClock } from "../../../Sources/Frontends/WebUI/src/text/wallClock";

const british = new Formats("en-GB");
const germanFormats = new Formats("de-DE");

test("times are those of the clock where the call was, whatever the zone of this computer", () => {
  for (const offset of ["+01:00", "-08:00", "+13:45", "Z", ""]) {
    assert.equal(british.time(`2026-03-29T02:30:05${offset}`), "02:30:05");
    assert.equal(british.date(`2026-03-29T23:59:59.123${offset}`), "29 Mar 2026");
  }
});

test("a moment says its offset", () => {
  assert.equal(british.moment("2026-03-11T10:00:00+01:00"), "11 Mar 2026 10:00:00 UTC+01:00");
  assert.equal(british.moment("2026-03-11T10:00:00Z"), "11 Mar 2026 10:00:00 UTC");
  assert.equal(british.moment("2026-03-11T10:00:00"), "11 Mar 2026 10:00:00");
});

test("what is no timestamp is shown as it is", () => {
  assert.equal(wallClock("yesterday"), undefined);
  assert.equal(british.time("yesterday"), "yesterday");
});

test("an instant as text is the same instant", () => {
  const instant = new Date("2026-10-25T00:59:59Z");
  assert.equal(Date.parse(timestampOf(instant)), instant.getTime());
});

test("durations have hours only when there are some", () => {
  assert.equal(british.duration(0), "0:00");
  assert.equal(british.duration(42), "0:42");
  assert.equal(british.duration(3_599), "59:59");
  assert.equal(british.duration(3_600), "1:00:00");
  assert.equal(british.duration(360_061), "100:01:01");
});

test("ages use the largest unit that fits, and never the future", () => {
  const now = "2026-03-11T12:00:00+01:00";
  assert.equal(british.age("2026-03-11T11:59:58+01:00", now), "2 sec ago");
  assert.equal(british.age("2026-03-11T09:30:00Z", now), "1 hr ago");
  assert.equal(british.age("2026-03-08T12:00:00+01:00", now), "3 days ago");
  assert.equal(british.age("2026-03-11T12:00:05+01:00", now), british.age(now, now));
});

test("money shows the digits that count", () => {
  assert.equal(british.money("0.42", "EUR"), "€0.42");
  assert.equal(british.money("0.0125", "EUR"), "€0.0125");
  assert.equal(british.money("0.000000001", "EUR", "exact"), "€0.000000001");
  assert.equal(british.money("7.554", "EUR", "total"), "€7.55");
  assert.equal(germanFormats.money("1234.5", "EUR").replace(/\s/g, " "), "1.234,50 €");
  assert.equal(british.money("1.5", undefined), "1.50");
  assert.equal(british.money("1.5", "units"), "1.50 units");
});

test("sums of money are exact", () => {
  assert.equal(sumDecimals(["0.1", "0.2"]), "0.3");
  assert.equal(sumDecimals(Array<string>(1_000).fill("0.000000001")), "0.000001");
  assert.equal(sumDecimals(["9007199254740993", "0.000000001"]), "9007199254740993.000000001");
  assert.equal(sumDecimals(["1.50", "-2"]), "-0.5");
  assert.equal(sumDecimals([]), "0");
});

test("every language fills in the same values", () => {
  const values = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
  for (const key of Object.keys(english) as (keyof typeof english)[]) {
    assert.deepEqual(values(german[key]), values(english[key]), key);
  }
});
