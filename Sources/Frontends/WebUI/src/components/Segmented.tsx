import type { IconName } from "./Icon";
import { Icon } from "./Icon";

export interface SegmentedOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Shown instead of the label, which then is read out. */
  readonly icon?: IconName;
}

interface SegmentedProps<Value extends string> {
  readonly name: string;
  readonly legend: string;
  /** Whether the legend is seen, too, not only read out. */
  readonly showsLegend?: boolean;
  readonly options: readonly SegmentedOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A choice of few, all in sight: radio buttons that look like one control. */
export function Segmented<Value extends string>(
  { name, legend, showsLegend = false, options, value, onChange }: SegmentedProps<Value>,
): JSX.Element {
  return (
    <fieldset className="choice">
      <legend className={showsLegend ? "choice-legend" : "visually-hidden"}>{legend}</legend>
      <div className="segmented">
        {options.map((option) => (
          <label key={option.value} className="segment" title={option.icon && option.label}>
            <input
              className="visually-hidden" type="radio" name={name} value={option.value}
              checked={option.value === value} onChange={() => onChange(option.value)}
            />
            <span className="segment-face">
              {option.icon
                ? <><Icon name={option.icon} /><span className="visually-hidden">{option.label}</span></>
                : option.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
