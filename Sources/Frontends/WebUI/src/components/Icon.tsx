// Every icon is drawn on a grid of 16 with a stroke of 1.5, in the colour of the text beside it.
const shapes = {
  alert: "M8 2 14.5 13.5h-13zM8 6.5v3M8 11.6v.1",
  auto: "M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12",
  busy: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M5.5 8h5",
  calls: "M3.2 2.5h2.3l1.2 3-1.5 1.2a8 8 0 0 0 4.1 4.1l1.2-1.5 3 1.2v2.3c0 .5-.4 1-1 1A10.5 10.5 0 0 1 2.2 3.5c0-.6.5-1 1-1",
  check: "M3 8.5 6.5 12 13 4.5",
  clock: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 5v3.3l2.2 1.3",
  close: "M4 4l8 8M12 4l-8 8",
  connecting: "M13.5 8A5.5 5.5 0 1 1 8 2.5",
  copy: "M6 6h7v7.5H6zM10 6V2.5H3V10h3",
  cross: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M6 6l4 4M10 6l-4 4",
  down: "M4 6l4 4 4-4",
  folder: "M2 4h4l1.5 1.5H14v7.5H2z",
  inbound: "M12 4 4.5 11.5M4.5 6v5.5H10",
  info: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 7.3V11M8 5.1v.1",
  internal: "M2.5 8h11M5 5.5 2.5 8 5 10.5M11 5.5 13.5 8 11 10.5",
  logout: "M6.5 2.5H3v11h3.5M10 5l3 3-3 3M13 8H6.5",
  missed: "M3 4.5l4.5 4.5L13 3.5M3 8.5v-4h4",
  moon: "M13 9.7A5.6 5.6 0 0 1 6.3 3 5.6 5.6 0 1 0 13 9.7",
  network: "M2.5 3h11v4h-11zM2.5 9.5h11v4h-11zM5 5v.1M5 11.5v.1M8 5h3M8 11.5h3",
  outbound: "M4 12l7.5-7.5M6 4.5h5.5V10",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  play: "M5 3.5l7.5 4.5L5 12.5z",
  question: "M6 6.2a2 2 0 1 1 2.8 1.8c-.6.3-.8.7-.8 1.3M8 11.5v.1M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2",
  settings: "M2.5 5h6M11.5 5h2M10 3.5v3M2.5 11h2M7.5 11h6M6 9.5v3",
  stop: "M4 4h8v8H4z",
  sun: "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M12.6 3.4l-.7.7M4.1 11.9l-.7.7",
  tandem: "M2.5 5.5h9M9 3l2.5 2.5L9 8M13.5 10.5h-11",
  up: "M4 10l4-4 4 4",
} as const;

export type IconName = keyof typeof shapes;

/** A decoration: the word beside it, or the label of the button around it, says the same. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
