import type { ReactNode } from "react";

export interface Fact {
  readonly name: string;
  /** Absent facts are left out. */
  readonly value: ReactNode;
}

interface FactListProps {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly children?: ReactNode;
}

/** A titled list of names and values; nothing at all when it would be empty. */
export function FactList({ title, facts, children }: FactListProps): JSX.Element | null {
  const known = facts.filter(({ value }) => value !== undefined && value !== null && value !== false && value !== "");
  if (known.length === 0 && !children) return null;
  return (
    <section className="facts">
      <h3>{title}</h3>
      <dl>
        {known.map(({ name, value }) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}
