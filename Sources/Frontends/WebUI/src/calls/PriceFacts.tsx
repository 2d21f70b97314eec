import type { CallPrice, Decimal } from "../api/types";
import type { IconName } from "../components/Icon";
import { FactList } from "../components/FactList";
import type { Tone } from "../components/Mark";
import { Mark } from "../components/Mark";
import { useText } from "../text/TextProvider";

const stateMarks: Readonly<Record<CallPrice["state"], { readonly tone: Tone; readonly icon: IconName }>> = {
  rated: { tone: "good", icon: "check" },
  unrated: { tone: "plain", icon: "question" },
  failed: { tone: "bad", icon: "alert" },
};

/** The price of a call and, step by step, how it came about. */
export function PriceFacts({ price }: { readonly price: CallPrice }): JSX.Element {
  const { t, formats } = useText();
  const money = (amount: Decimal | undefined): string | undefined =>
    amount === undefined ? undefined : formats.money(amount, price.currency, "exact");
  const steps = price.explanation ?? [];
  return (
    <FactList
      title={t("details.price")}
      facts={[
        {
          name: t("field.charge"),
          value: money(price.charge) ?? <Mark {...stateMarks[price.state]} word={t(`price.${price.state}`)} />,
        },
        { name: t("field.carrier_cost"), value: money(price.carrier_cost) },
        { name: t("field.tariff"), value: price.tariff },
        { name: t("field.reason"), value: price.reason },
      ]}
    >
      {steps.length > 0 && (
        <div className="explanation">
          <h4>{t("price.how")}</h4>
          <ol>{steps.map((step, index) => <li key={index}>{step}</li>)}</ol>
        </div>
      )}
    </FactList>
  );
}
