import type { Call, NamedReference } from "../api/types";

/** The PBXs to choose from: all when they are known, else those that the calls shown came from. */
export function pbxChoices(
  all: readonly NamedReference[] | undefined, calls: readonly Call[],
): readonly NamedReference[] {
  if (all !== undefined) return all;
  const seen = new Map(calls.map((call) => [call.pbx.id, call.pbx]));
  return [...seen.values()].sort((one, other) => one.name.localeCompare(other.name));
}
