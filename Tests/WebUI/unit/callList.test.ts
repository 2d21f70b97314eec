import assert from "node:assert/strict";
import { test } from "node:test";
import type { Call, CallPage } from "../../../Sources/Frontends/WebUI/src/api/types";
import { countMissing, longestList, withNewest, withOlder } from "../../../Sources/Frontends/WebUI/src/calls/callList";
import type { CallList } from "../../../Sources/Frontends/WebUI/src/calls/callList";

const pbx = { id: "1", name: "Main" };

function calls(from: number, to: number): Call[] {
  const count = from - to + 1;
  return Array.from({ length: count }, (_, index) => ({ id: String(from - index), pbx }));
}

/** The calls with the numbers `from` down to `to`, and a cursor at the last of them. */
function page(from: number, to: number): CallPage {
  return to > 1 ? { calls: calls(from, to), next: `below ${to}` } : { calls: calls(from, to) };
}

function numbers(list: CallList): number[] {
  return list.calls.map((call) => Number(call.id));
}

function descending(from: number, to: number): number[] {
  return calls(from, to).map((call) => Number(call.id));
}

test("the first page is the list, and nothing in it is fresh", () => {
  const list = withNewest(undefined, page(30, 21));
  assert.deepEqual(numbers(list), descending(30, 21));
  assert.equal(list.next, "below 21");
  assert.equal(list.fresh.size, 0);
});

test("a refresh shows what came and remembers it as fresh", () => {
  const list = withNewest(withNewest(undefined, page(30, 21)), page(32, 23));
  assert.deepEqual(numbers(list), descending(32, 23));
  assert.deepEqual([...list.fresh], ["32", "31"]);
});

test("a list that was never extended keeps the length of a page", () => {
  let list = withNewest(undefined, page(30, 21));
  for (let newest = 31; newest <= 60; newest += 1) list = withNewest(list, page(newest, newest - 9));
  assert.deepEqual(numbers(list), descending(60, 51));
  assert.equal(list.next, "below 51");
});

test("older calls stay below when the newest page is read again", () => {
  let list = withOlder(withNewest(undefined, page(30, 21)), page(20, 11));
  assert.deepEqual(numbers(list), descending(30, 11));
  list = withNewest(list, page(33, 24));
  assert.deepEqual(numbers(list), descending(33, 11));
  assert.equal(list.next, "below 11");
});

test("calls that came faster than a page holds leave no gap: the list starts anew", () => {
  const list = withNewest(withOlder(withNewest(undefined, page(30, 21)), page(20, 11)), page(60, 51));
  assert.deepEqual(numbers(list), descending(60, 51));
  assert.equal(list.next, "below 51");
  assert.equal(list.extended, false);
});

test("a call that the server no longer has goes from the part that a refresh covers", () => {
  const extended = withOlder(withNewest(undefined, page(30, 21)), page(20, 11));
  const without25 = { calls: calls(30, 20).filter((call) => call.id !== "25"), next: "below 20" };
  assert.deepEqual(numbers(withNewest(extended, without25)), descending(30, 11).filter((number) => number !== 25));
});

test("a changed call takes the place of the old one", () => {
  const list = withNewest(undefined, { calls: [{ id: "1", pbx }] });
  const changed = withNewest(list, { calls: [{ id: "1", pbx, price: { state: "rated", charge: "0.10" } }] });
  assert.equal(changed.calls[0]?.price?.charge, "0.10");
  assert.equal(changed.fresh.size, 0);
});

test("older calls that overlap are shown once", () => {
  assert.deepEqual(numbers(withOlder(withNewest(undefined, page(30, 21)), page(22, 13))), descending(30, 13));
});

test("the last page has no cursor", () => {
  assert.equal(withOlder(withNewest(undefined, page(30, 21)), page(20, 1)).next, undefined);
});

test("a list does not grow without end", () => {
  const list = withOlder(withNewest(undefined, page(9_000, 8_901)), page(8_900, 1_001));
  assert.equal(list.calls.length, longestList);
});

test("calls that wait are counted", () => {
  assert.equal(countMissing(withNewest(undefined, page(30, 21)), page(33, 24)), 3);
});
