/** The product's mark and name. */
export function Brand(): JSX.Element {
  return (
    <span className="brand">
      <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
        <rect className="brand-ground" width="32" height="32" rx="8" />
        <path className="brand-lines" d="M8 10h16M8 16h10M8 22h13" />
        <circle className="brand-dot" cx="24" cy="16" r="2.2" />
      </svg>
      <span className="brand-name">ECAS</span>
    </span>
  );
}
