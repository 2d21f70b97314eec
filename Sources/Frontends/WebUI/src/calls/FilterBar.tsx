import { directions } from "../api/types";
import type { NamedReference } from "../api/types";
import { Icon } from "../components/Icon";
import { Segmented } from "../components/Segmented";
import { Select } from "../components/Select";
import { useText } from "../text/TextProvider";
import type { CallFilter } from "./callFilter";
import { isFiltered, noFilter, timeRanges } from "./callFilter";
import { ExtensionField } from "./ExtensionField";
import { MomentField } from "./MomentField";

interface FilterBarProps {
  readonly filter: CallFilter;
  readonly onChange: (filter: CallFilter) => void;
  readonly pbxs: readonly NamedReference[];
}

/** Which calls to show. */
export function FilterBar({ filter, onChange, pbxs }: FilterBarProps): JSX.Element {
  const { t } = useText();
  const change = (part: Partial<CallFilter>): void => onChange({ ...filter, ...part });
  return (
    <form className="filter" role="search" aria-label={t("filter.label")} onSubmit={(event) => event.preventDefault()}>
      <Segmented
        name="range"
        legend={t("filter.range")}
        showsLegend
        value={filter.range}
        onChange={(range) => change({ range })}
        options={timeRanges.map((value) => ({ value, label: t(`filter.range.${value}`) }))}
      />
      {filter.range === "custom" && (
        <>
          <MomentField
            id="filter-from" label={t("filter.from")} value={filter.from} onChange={(from) => change({ from })}
          />
          <MomentField id="filter-to" label={t("filter.to")} value={filter.to} onChange={(to) => change({ to })} />
        </>
      )}
      <Select
        id="filter-direction" label={t("filter.direction")} value={filter.direction}
        onChange={(value) => change({ direction: directions.find((direction) => direction === value) ?? "" })}
      >
        <option value="">{t("filter.any")}</option>
        {directions.map((value) => <option key={value} value={value}>{t(`direction.${value}`)}</option>)}
      </Select>
      <Select id="filter-pbx" label={t("filter.pbx")} value={filter.pbx} onChange={(pbx) => change({ pbx })}>
        <option value="">{t("filter.any")}</option>
        {pbxs.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </Select>
      <ExtensionField value={filter.extension} onChange={(extension) => change({ extension })} />
      {isFiltered(filter) && (
        <button className="button button-quiet" type="button" onClick={() => onChange(noFilter)}>
          <Icon name="close" />
          {t("filter.clear")}
        </button>
      )}
    </form>
  );
}
