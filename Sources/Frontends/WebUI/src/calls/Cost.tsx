import type { Call } from "../api/types";
import { Icon } from "../components/Icon";
import { useText } from "../text/TextProvider";
import { Unknown } from "./marks";

/** What a call costs in one cell: our price, else the PBX's own charge, else why there is none. */
export function Cost({ call }: { readonly call: Call }): JSX.Element {
  const { t, formats } = useText();
  const { price } = call;
  if (price?.charge !== undefined) return <>{formats.money(price.charge, price.currency)}</>;
  if (price?.state === "failed") {
    return (
      <span className="cost-failed" title={price.reason}>
        <Icon name="alert" />
        {t("price.failed")}
      </span>
    );
  }
  if (call.cost !== undefined) {
    return <span className="cost-pbx" title={t("price.byPBX")}>{formats.money(call.cost, call.currency)}</span>;
  }
  return <Unknown />;
}
