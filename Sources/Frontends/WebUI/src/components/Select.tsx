import type { ReactNode } from "react";
import { Icon } from "./Icon";

interface SelectProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

/** A labelled drop-down list; `children` are its options. */
export function Select({ id, label, value, onChange, children }: SelectProps): JSX.Element {
  return (
    <label className="field" htmlFor={id}>
      <span>{label}</span>
      <span className="select">
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>{children}</select>
        <Icon name="down" />
      </span>
    </label>
  );
}
