interface MomentFieldProps {
  readonly id: string;
  readonly label: string;
  /** Wall-clock time of this computer, to the minute; empty for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A date with its time of day. */
export function MomentField({ id, label, value, onChange }: MomentFieldProps): JSX.Element {
  return (
    <label className="field" htmlFor={id}>
      <span>{label}</span>
      <input id={id} type="datetime-local" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
