export type PageRole = 'P' | 'H1' | 'H2' | 'Figure' | 'Table' | 'TR' | 'TH' | 'TD' | 'Sect';

/**
 * A part of a page: its role for screen readers, what is said in its place, its language where it is another than the page's, and the operators that
 * paint it. A group holds parts; an artifact is not read.
 */
export type PagePart =
  | { readonly role: 'Artifact'; readonly operators: string }
  | {
      readonly role: PageRole;
      readonly alt?: string;
      /** The very words, where the order of the letters on paper is another. */
      readonly actual?: string;
      readonly language?: string;
      readonly operators: string;
    }
  | { readonly role: PageRole; readonly language?: string; readonly parts: readonly PagePart[] };

/** An element of the structure tree: numbers of its children among the elements of the page, or that of its marked content. */
export type PageElement = {
  readonly role: PageRole;
  readonly alt?: string | undefined;
  readonly actual?: string | undefined;
  readonly language?: string | undefined;
  readonly parent: number | undefined;
  readonly content: number | undefined;
  readonly children: readonly number[];
};

/** The content of a page, each part marked, and the elements that point to the marks, parents before children. */
export const markParts = (
  parts: readonly PagePart[],
): { readonly content: string; readonly elements: readonly PageElement[]; readonly marks: readonly number[] } => {
  const pieces: string[] = [];
  const elements: (Omit<PageElement, 'children'> & { children: number[] })[] = [];
  const marks: number[] = [];
  const add = (part: PagePart, parent: number | undefined): void => {
    if (part.role === 'Artifact') {
      pieces.push(`/Artifact BMC ${part.operators} EMC`);
      return;
    }
    const place = elements.length;
    const { role, language } = part;
    const leaf = 'operators' in part;
    const mark = leaf ? marks.length : undefined;
    elements.push({
      role,
      alt: leaf ? part.alt : undefined,
      actual: leaf ? part.actual : undefined,
      language,
      parent,
      content: mark,
      children: [],
    });
    if (parent !== undefined) elements[parent]?.children.push(place);
    if (leaf) {
      pieces.push(`/${role}<</MCID ${marks.length}>>BDC\n${part.operators}\nEMC`);
      marks.push(place);
    } else for (const child of part.parts) add(child, place);
  };
  for (const part of parts) add(part, undefined);
  return { content: pieces.join('\n'), elements, marks };
};
