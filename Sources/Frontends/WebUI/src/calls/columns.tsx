import type { ReactNode } from "react";
import type { Call } from "../api/types";
import type { TextKey } from "../text/english";
import type { Formats } from "../text/Formats";
import type { Translate } from "../text/TextProvider";
import { Cost } from "./Cost";
import { Digits, DirectionMark, DispositionMark } from "./marks";

interface Writing {
  readonly t: Translate;
  readonly formats: Formats;
}

/** One column after the first, which is the start. */
export interface Column {
  /** Also the class of its cells. */
  readonly name: string;
  readonly title: TextKey;
  /** What a call has here; undefined when it is not known. */
  readonly value: (call: Call, writing: Writing) => ReactNode;
}

export const columns: readonly Column[] = [
  {
    name: "direction",
    title: "field.direction",
    value: ({ direction }) => direction && <DirectionMark direction={direction} />,
  },
  { name: "calling", title: "field.calling", value: ({ calling }) => calling && <Digits>{calling}</Digits> },
  { name: "called", title: "field.called", value: calledCell },
  { name: "extension", title: "field.extension", value: ({ extension }) => extension && <Digits>{extension}</Digits> },
  {
    name: "duration",
    title: "field.duration",
    value: ({ duration_s: seconds }, { formats }) => seconds !== undefined && formats.duration(seconds),
  },
  {
    name: "ring",
    title: "field.ring",
    value: ({ ring_s: seconds }, { formats }) => seconds !== undefined && formats.duration(seconds),
  },
  {
    name: "disposition",
    title: "field.disposition",
    value: ({ disposition }) => disposition && <DispositionMark disposition={disposition} />,
  },
  { name: "trunk", title: "field.trunk", value: trunkCell },
  { name: "class", title: "field.class", value: (call, { t }) => call.class && t(`class.${call.class}`) },
  { name: "pbx", title: "field.pbx", value: ({ pbx }) => pbx.name },
  { name: "cost", title: "field.cost", value: (call) => <Cost call={call} /> },
];

function calledCell({ called, dialed }: Call): ReactNode {
  const number = called ?? dialed;
  return number !== undefined && <Digits>{number}</Digits>;
}

function trunkCell({ trunk_in: incoming, trunk_out: outgoing }: Call): ReactNode {
  const trunks = [incoming, outgoing].filter((trunk): trunk is string => trunk !== undefined);
  return trunks.length > 0 && <Digits>{trunks.join(" → ")}</Digits>;
}
