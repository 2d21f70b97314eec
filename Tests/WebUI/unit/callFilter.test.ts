import assert from "node:assert/strict";
import { test } from "node:test";
import {
  filterOf, isFiltered, noFilter, parametersOf, queryOf,
} from "../../../Sources/Frontends/WebUI/src/calls/callFilter";
import type { CallFilter } from "../../../Sources/Frontends/WebUI/src/calls/callFilter";
import { hashOf, parseRoute } from "../../../Sources/Frontends/WebUI/src/shell/route";

const now = new Date("2026-03-11T10:00:00Z");

test("a filter survives the address", () => {
  const filter: CallFilter = {
    range: "custom", from: "2026-03-01T00:00", to: "2026-03-02T12:30", extension: "2+1", direction: "inbound", pbx: "3",
  };
  const route = parseRoute(hashOf({ view: "calls", call: "a/b 7", parameters: parametersOf(filter) }));
  assert.equal(route.view, "calls");
  assert.equal(route.call, "a/b 7");
  assert.deepEqual(filterOf(route.parameters), filter);
});

test("no filter leaves the address empty, and an unknown word does not limit", () => {
  assert.equal(parametersOf(noFilter).toString(), "");
  assert.equal(isFiltered(noFilter), false);
  assert.deepEqual(filterOf(new URLSearchParams("direction=sideways&range=never")), noFilter);
});

test("from and to count with their own range only", () => {
  const left = { ...noFilter, from: "2026-03-01T00:00", to: "2026-03-02T00:00" };
  assert.equal(isFiltered(left), false);
  assert.deepEqual(queryOf(left, now), {});
});

test("ranges end now, so they have a beginning only", () => {
  const day = queryOf({ ...noFilter, range: "day" }, now);
  assert.equal(Date.parse(day.from ?? ""), now.getTime() - 86_400_000);
  assert.equal(day.to, undefined);
  const week = queryOf({ ...noFilter, range: "week" }, now);
  assert.equal(Date.parse(week.from ?? ""), now.getTime() - 7 * 86_400_000);
});

test("today begins at midnight of this computer", () => {
  const from = new Date(Date.parse(queryOf({ ...noFilter, range: "today" }, now).from ?? ""));
  assert.deepEqual([from.getHours(), from.getMinutes(), from.getSeconds()], [0, 0, 0]);
  assert.equal(from.getDate(), now.getDate());
});

test("a range of one's own names instants with their offset; half a range is one", () => {
  const query = queryOf({ ...noFilter, range: "custom", from: "2026-07-01T08:15" }, now);
  assert.equal(Date.parse(query.from ?? ""), new Date(2026, 6, 1, 8, 15).getTime());
  assert.match(query.from ?? "", /^2026-07-01T08:15:00[+-]\d\d:\d\d$/);
  assert.equal(query.to, undefined);
});

test("conditions that are empty or blank are not asked for", () => {
  assert.deepEqual(queryOf({ ...noFilter, extension: "  " }, now), {});
  assert.deepEqual(queryOf({ ...noFilter, extension: " 201 ", pbx: "2", direction: "tandem" }, now), {
    extension: "201", pbx: "2", direction: "tandem",
  });
});

test("an address that means nothing is the list of calls", () => {
  assert.equal(parseRoute("#/nonsense").view, "calls");
  assert.equal(parseRoute("").view, "calls");
  assert.equal(parseRoute("#/pbxs").view, "pbxs");
  assert.equal(parseRoute("#/calls/%").call, "%");
});
