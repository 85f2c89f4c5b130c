type Attributes = Readonly<Record<string, string | boolean | undefined>>;
type Child = Node | string | undefined;

/** Makes an element. Texts become text nodes: nothing that was scanned is ever read as HTML. */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string') made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
};

const vector = 'http://www.w3.org/2000/svg';

/** A drawing of strokes on a grid of 24. */
export const drawing = (paths: string): SVGSVGElement => {
  const svg = document.createElementNS(vector, 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 24 24', 'aria-hidden': 'true', class: 'drawing' }))
    svg.setAttribute(name, value);
  const path = document.createElementNS(vector, 'path');
  path.setAttribute('d', paths);
  svg.append(path);
  return svg;
};
