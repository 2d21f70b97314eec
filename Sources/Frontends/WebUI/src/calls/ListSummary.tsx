import { useMemo } from "react";
import type { Call, Decimal } from "../api/types";
import { sumDecimals } from "../text/decimal";
import { useText } from "../text/TextProvider";

/** Figures of the calls that are shown, and only of those. */
export function ListSummary({ calls }: { readonly calls: readonly Call[] }): JSX.Element | null {
  const { t, formats } = useText();
  const { decided, answered, charges } = useMemo(() => figuresOf(calls), [calls]);
  if (calls.length === 0) return null;
  return (
    <ul className="summary">
      <li>{t("calls.shown", { count: calls.length })}</li>
      {decided > 0 && (
        <li title={t("calls.answeredShareHint", { count: decided })}>
          {t("calls.answeredShare", { share: formats.share(answered / decided) })}
        </li>
      )}
      {charges.map(({ currency, amount }) => (
        <li key={currency} title={t("calls.chargedHint")}>
          {t("calls.charged", { amount: formats.money(amount, currency, "total") })}
        </li>
      ))}
    </ul>
  );
}

interface Figures {
  /** How many calls have a known outcome. */
  readonly decided: number;
  readonly answered: number;
  /** One sum a currency. */
  readonly charges: readonly { readonly currency: string; readonly amount: Decimal }[];
}

function figuresOf(calls: readonly Call[]): Figures {
  const byCurrency = new Map<string, Decimal[]>();
  for (const { price } of calls) {
    if (price?.charge === undefined || price.currency === undefined) continue;
    const amounts = byCurrency.get(price.currency) ?? [];
    amounts.push(price.charge);
    byCurrency.set(price.currency, amounts);
  }
  return {
    decided: calls.filter((call) => call.disposition !== undefined).length,
    answered: calls.filter((call) => call.disposition === "answered").length,
    charges: [...byCurrency].map(([currency, amounts]) => ({ currency, amount: sumDecimals(amounts) })),
  };
}
