import type { ReactNode } from "react";
import type { Call, Timestamp } from "../api/types";
import type { Fact } from "../components/FactList";
import { FactList } from "../components/FactList";
import type { TextKey } from "../text/english";
import { useText } from "../text/TextProvider";
import { Digits, DispositionMark } from "./marks";

const flags = ["transferred", "forwarded", "conference", "voice_mail"] as const;

/** The fields of a call, but for its price. */
export function CallFacts({ call }: { readonly call: Call }): JSX.Element {
  const { t, formats } = useText();
  const fact = (name: TextKey, value: ReactNode): Fact => ({ name: t(name), value });
  const digits = (name: TextKey, value: string | undefined): Fact =>
    fact(name, value !== undefined && <Digits>{value}</Digits>);
  const moment = (name: TextKey, value: Timestamp | undefined): Fact =>
    fact(name, value !== undefined && formats.moment(value));
  const seconds = (name: TextKey, value: number | undefined): Fact =>
    fact(name, value !== undefined && formats.duration(value));
  const set = flags.filter((flag) => call[flag] === true);
  return (
    <>
      {(call.disposition || set.length > 0) && (
        <p className="chips">
          {call.disposition && <DispositionMark disposition={call.disposition} />}
          {set.map((flag) => <span key={flag} className="chip">{t(`flag.${flag}`)}</span>)}
        </p>
      )}
      <FactList
        title={t("details.times")}
        facts={[
          moment("field.start", call.start),
          moment("field.answer", call.answer),
          moment("field.end", call.end),
          seconds("field.duration", call.duration_s),
          seconds("field.ring", call.ring_s),
        ]}
      />
      <FactList
        title={t("details.parties")}
        facts={[
          digits("field.calling", call.calling),
          digits("field.called", call.called),
          digits("field.dialed", call.dialed),
          digits("field.extension", call.extension),
          fact("field.class", call.class && t(`class.${call.class}`)),
        ]}
      />
      <FactList
        title={t("details.route")}
        facts={[
          fact("field.pbx", call.pbx.name),
          digits("field.trunk_in", call.trunk_in),
          digits("field.trunk_out", call.trunk_out),
          digits("field.cause", call.cause),
          digits("field.call_id", call.call_id),
          digits("field.thread", call.thread),
          digits("field.id", call.id),
        ]}
      />
      <FactList
        title={t("details.codes")}
        facts={[
          digits("field.account_code", call.account_code),
          digits("field.auth_code", call.auth_code),
          fact("field.meter_pulses", call.meter_pulses !== undefined && formats.count(call.meter_pulses)),
          fact("field.pbxCost", call.cost !== undefined && formats.money(call.cost, call.currency, "exact")),
        ]}
      />
    </>
  );
}
