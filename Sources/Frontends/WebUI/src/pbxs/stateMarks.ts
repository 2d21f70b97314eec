import type { PBXState } from "../api/types";
import { pbxStates } from "../api/types";
import type { IconName } from "../components/Icon";
import type { Tone } from "../components/Mark";

interface StateMark {
  readonly tone: Tone;
  readonly icon: IconName;
}

/** How each state looks. */
export const stateMarks: Readonly<Record<PBXState, StateMark>> = {
  listening: { tone: "good", icon: "check" },
  connected: { tone: "good", icon: "check" },
  polling: { tone: "good", icon: "check" },
  connecting: { tone: "info", icon: "connecting" },
  waiting: { tone: "info", icon: "clock" },
  failed: { tone: "bad", icon: "alert" },
  stopped: { tone: "plain", icon: "stop" },
  unknown: { tone: "plain", icon: "question" },
};

/** A state by its word; a word that a newer server has and this page does not know is the state `unknown`. */
export function stateOf(word: string): PBXState {
  return pbxStates.find((state) => state === word) ?? "unknown";
}

/** Whether records can come in. */
export function isRunning(state: PBXState): boolean {
  return stateMarks[state].tone === "good";
}
