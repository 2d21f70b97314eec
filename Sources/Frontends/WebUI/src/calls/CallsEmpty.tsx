import { EmptyState } from "../components/EmptyState";
import { useText } from "../text/TextProvider";

interface CallsEmptyProps {
  readonly filtered: boolean;
  readonly onClear: () => void;
}

/** Stands where the calls would. */
export function CallsEmpty({ filtered, onClear }: CallsEmptyProps): JSX.Element {
  const { t } = useText();
  if (!filtered) return <EmptyState icon="calls" title={t("calls.empty")} hint={t("calls.emptyHint")} />;
  return (
    <EmptyState icon="calls" title={t("calls.emptyFiltered")} hint={t("calls.emptyFilteredHint")}>
      <button className="button" type="button" onClick={onClear}>{t("filter.clear")}</button>
    </EmptyState>
  );
}
