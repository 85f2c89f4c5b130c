import type { ReactNode } from 'react';

const icons = {
  alert: <path d="M8 2 1.75 13.25h12.5zM8 6.5v3M8 11.4v.1" />,
  alumni: (
    <path d="M3 2.5h2.5l1.25 3.25-1.5 1.25c.75 1.75 2 3 3.75 3.75l1.25-1.5L13.5 10.5V13c0 .6-.5 1-1 1C6.5 13.75 2.25 9.5 2 3.5c0-.5.4-1 1-1z" />
  ),
  certs: (
    <>
      <circle cx="8" cy="6" r="4.25" />
      <path d="M5.5 9.5 4.5 14.5 8 12.75l3.5 1.75-1-5M6.5 6l1 1 2-2" />
    </>
  ),
  check: <path d="m2.5 8.5 3.5 3.75L13.5 4" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  cohorts: (
    <>
      <path d="M2 4.5h12M2 8h12M2 11.5h12" />
      <circle cx="5" cy="4.5" r="1.5" fill="currentColor" stroke="none" />
      <circle cx="11" cy="8" r="1.5" fill="currentColor" stroke="none" />
      <circle cx="7" cy="11.5" r="1.5" fill="currentColor" stroke="none" />
    </>
  ),
  columns: <path d="M2 3h12v10H2zM6 3v10M10 3v10" />,
  down: <path d="m4 6 4 4 4-4" />,
  edit: <path d="M2.5 13.5l.75-3.5L11 2.25 13.75 5 6 12.75z" />,
  exchange: <path d="M2 5.5h11M10 2.5l3 3-3 3M14 10.5H3M6 7.75l-3 2.75 3 3" />,
  export: <path d="M8 9.75v-8M5 4.5l3-3 3 3M2 10v4h12v-4" />,
  filter: <path d="M2 3h12l-4.75 5.5V13l-2.5 1V8.5z" />,
  folder: <path d="M1.75 13V3.25h4.5L8 5h6.25v8z" />,
  help: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M6.25 6.25c0-1 .75-1.75 1.75-1.75s1.75.7 1.75 1.6C9.75 7.5 8 7.5 8 9M8 11.4v.1" />
    </>
  ),
  history: <path d="M2.25 8a5.75 5.75 0 1 1 1.75 4.1M2 13.25V10h3.25M8 4.75V8l2.25 1.5" />,
  import: <path d="M8 1.5v8M5 6.75l3 3 3-3M2 10v4h12v-4" />,
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.25v4M8 4.7v.1" />
    </>
  ),
  join: <path d="M2 8h7M6.5 5.5 9 8l-2.5 2.5M8 3V2h6v12H8v-1" />,
  left: <path d="m10 4-4 4 4 4" />,
  lock: <path d="M3 7.5h10V14H3zM5 7.5V5a3 3 0 0 1 6 0v2.5" />,
  more: (
    <>
      <circle cx="3.5" cy="8" r="1.25" fill="currentColor" stroke="none" />
      <circle cx="8" cy="8" r="1.25" fill="currentColor" stroke="none" />
      <circle cx="12.5" cy="8" r="1.25" fill="currentColor" stroke="none" />
    </>
  ),
  outcomes: (
    <>
      <path d="M2 14h12M2 4h9M4.5 8h9M3 11.25h5" />
      <circle cx="6" cy="4" r="1.5" fill="currentColor" stroke="none" />
      <circle cx="9.5" cy="8" r="1.5" fill="currentColor" stroke="none" />
    </>
  ),
  people: (
    <>
      <circle cx="8" cy="5" r="2.75" />
      <path d="M2.75 14c.4-3 2.4-4.5 5.25-4.5s4.85 1.5 5.25 4.5" />
    </>
  ),
  phone: (
    <path d="M3 2.5h2.5l1.25 3.25-1.5 1.25c.75 1.75 2 3 3.75 3.75l1.25-1.5L13.5 10.5V13c0 .6-.5 1-1 1C6.5 13.75 2.25 9.5 2 3.5c0-.5.4-1 1-1z" />
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  print: <path d="M4.5 6V2h7v4M4.5 11H2.25V6h11.5v5H11.5M4.5 9h7v5h-7z" />,
  redo: <path d="M13 6.5H6.5a3.75 3.75 0 0 0 0 7.5H10M13 6.5l-3-3M13 6.5l-3 3" />,
  right: <path d="m6 4 4 4-4 4" />,
  scripts: <path d="M4 1.75h5.5L12.5 5v9.25H4zM9.25 2v3.25h3M6.25 8.25h4M6.25 11h4" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.25 10.25 3.5 3.5" />
    </>
  ),
  seed: <path d="M8 14V7.5M8 9C8 5.5 5.5 4 2.5 4c0 3.5 2 5 5.5 5zM8 7.5C8 4.5 10 2.5 13.5 2.5c0 3.5-2 5-5.5 5z" />,
  settings: (
    <>
      <path d="M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7" />
      <circle cx="10.75" cy="4.5" r="1.75" />
      <circle cx="5.25" cy="11.5" r="1.75" />
    </>
  ),
  shield: <path d="M8 1.75 13 3.5V8c0 3-2 5-5 6.25C5 13 3 11 3 8V3.5z" />,
  today: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1" />
    </>
  ),
  trash: <path d="M2.5 4.25h11M6 4V2.25h4V4M4 4.25 4.75 14h6.5L12 4.25M6.75 7v4.25M9.25 7v4.25" />,
  undo: <path d="M3 6.5h6.5a3.75 3.75 0 0 1 0 7.5H6M3 6.5l3-3M3 6.5l3 3" />,
  up: <path d="m4 10 4-4 4 4" />,
  usb: <path d="M5 7.5h6V14H5zM6.25 7.5v-5h3.5v5M7.5 4.5v.1M8.75 4.5v.1" />,
} as const;

export type IconName = keyof typeof icons;

/** A picture of 16 px in the colour of its text. Silent: the words beside it speak. */
export const Icon = ({ name, size }: { readonly name: IconName; readonly size?: number }): ReactNode => (
  <svg
    className="i"
    viewBox="0 0 16 16"
    aria-hidden="true"
    {...(size === undefined ? {} : { style: { width: size, height: size } })}
  >
    {icons[name]}
  </svg>
);

const glyphs = {
  anomaly: <path d="M8 2 1.5 13.75h13zM8 6.5v3M8 11.6v.1" />,
  attempt: <path d="M13.5 8A5.5 5.5 0 1 1 11.5 3.75M12 1v3.25H8.75" />,
  awaited: <circle cx="8" cy="8" r="1.5" fill="currentColor" stroke="none" />,
  below: <path d="M2 4.5h12L8 12.5z" fill="currentColor" />,
  capped: <path d="M2 3h12M8 14V6M4.5 9.5 8 6l3.5 3.5" />,
  clash: <path d="M1.5 5h9M8 2l3 3-3 3M14.5 11h-9M8 8l-3 3 3 3" />,
  def: <path d="M2 3.5h12V14H2zM2 7h12M5 1.5v3M11 1.5v3" />,
  dot: <circle cx="8" cy="8" r="5" fill="currentColor" stroke="none" />,
  ex: <circle cx="8" cy="8" r="6" strokeDasharray="3.2 3.1" />,
  flag: <path d="M4 14.5V2.5h8.5L10.5 6l2 3.5H4" />,
  half: (
    <>
      <circle cx="8" cy="8" r="5" />
      <path d="M8 3a5 5 0 0 1 0 10z" fill="currentColor" stroke="none" />
    </>
  ),
  hold: <path d="M5.5 1.5h5l4 4v5l-4 4h-5l-4-4v-5zM6.25 5.75v4.5M9.75 5.75v4.5" />,
  late: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 1.75" />
    </>
  ),
  marked: <path d="M2.5 13.5l.75-3.5L11 2.25 13.75 5 6 12.75z" />,
  marker: (
    <>
      <path d="M1.5 8h12M9 3.5 13.5 8 9 12.5" />
      <circle cx="3" cy="8" r="1.5" fill="currentColor" stroke="none" />
    </>
  ),
  moderated: <path d="m1 9 3 3 6.5-7.5M7.5 11l1 1L15 4.5" />,
  ns: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m4 12 8-8" />
    </>
  ),
  pass: <path d="m2.5 8.5 3.5 3.75L13.5 4" />,
  received: <path d="M8 1.5v7M5 5.75 8 8.75l3-3M2 9.5v4.5h12V9.5" />,
  refused: <path d="M5.5 1.5h5l4 4v5l-4 4h-5l-4-4v-5zM6 6l4 4M10 6l-4 4" />,
  released: <path d="M3 7.5h10V14H3zM5 7.5V5a3 3 0 0 1 6 0v2.5" />,
  revised: <path d="M8 2.5 14 13.5H2z" />,
  ring: <circle cx="8" cy="8" r="5" />,
} as const;

export type GlyphName = keyof typeof glyphs;

/** A state's sign of 12 px, in the colour of its text. Silent: the word beside it, or text for the screen reader, says the state. */
export const Glyph = ({ name }: { readonly name: GlyphName }): ReactNode => (
  <svg className="g" viewBox="0 0 16 16" aria-hidden="true">
    {glyphs[name]}
  </svg>
);
