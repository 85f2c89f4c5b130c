import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { readGuide, sectionsOf } from '#renderer/app/help-guide.ts';
import { HelpSection } from '#renderer/app/help-section.tsx';
import { helpFor } from '#renderer/app/help-topics.ts';
import { cohortTabs, resultsViews } from '#renderer/app/places.ts';
import english from '../../../docs/guide/en.md?raw';
import french from '../../../docs/guide/fr.md?raw';
import routes from '../../../renderer/app/routes.tsx?raw';

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** What one reads of a section, without the tags. */
const drawn = (section: ReturnType<typeof readGuide>[number]): string =>
  renderToStaticMarkup(createElement(HelpSection, { section, onGo: () => undefined }))
    .replace(/<\/?(?:h3|h4|p|li|td|th)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#x27);/g, (_all, name: string) => signs[name] ?? '');

/** The Markdown of each section with its marks taken out, by rules of its own. */
const bare = (markdown: string): readonly string[] =>
  markdown
    .split(/\n(?=##)/)
    .slice(1)
    .map((part) =>
      part
        .replace(/^#+ |^\|[-|]+\|$|^!\[.*\)$|^- |^\d+\. /gm, '')
        .replaceAll('\\|', '\u0000')
        .replace(/[|*`]/g, ' ')
        .replaceAll('\u0000', '|')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'),
    );

/** Signs in their order: spaces are where lines and cells end. */
const letters = (text: string): string => text.replace(/\s+/gu, '');

const guides = { english: { markdown: english }, french: { markdown: french } };

describe.each(Object.entries(guides))('the guide in %s', (_language, { markdown }) => {
  const guide = readGuide(markdown, english);

  it('shows every section without losing a sign', () => {
    expect(guide.length).toBeGreaterThan(25);
    expect(guide.map((section) => letters(drawn(section)))).toEqual(bare(markdown).map(letters));
  });

  it('gives every section something to read', () => {
    expect(guide.filter(({ blocks }) => blocks.length === 0)).toEqual([]);
  });

  it('leads each link within it to a section', () => {
    const ids = new Set(guide.map(({ id }) => id));
    const targets = [...markdown.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id ?? '');
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);
  });
});

it('has the same sections in the same order in both languages', () => {
  const levels = (markdown: string): readonly number[] => readGuide(markdown).map(({ level }) => level);
  expect(levels(french)).toEqual(levels(english));
});

it('has a section for every address', () => {
  const filled = (path: string): readonly string[] => {
    if (path.includes(':tab')) return cohortTabs.map((tab) => path.replace(':tab', tab));
    return path.includes(':view') ? resultsViews.map((view) => path.replace(':view', view)) : [path];
  };
  const addresses = [...routes.matchAll(/path="([^"]+)"/g)].flatMap(([, path]) => filled(path ?? ''));
  const guide = readGuide(english);
  expect(addresses.length).toBeGreaterThan(25);
  for (const address of [...addresses, '/first-start'])
    for (const id of helpFor(address.replaceAll(/:\w+/g, 'some-id')).sections)
      expect(sectionsOf(guide, id), `${address}: ${id}`).not.toEqual([]);
});

it('shows a section with those below it, and a section below alone', () => {
  const guide = readGuide('# Guide\n\nBefore.\n\n## One\n\na\n\n### Below\n\nb\n\n## Two\n\nc\n');
  expect(sectionsOf(guide, 'one').map(({ title }) => title)).toEqual(['One', 'Below']);
  expect(sectionsOf(guide, 'below').map(({ title }) => title)).toEqual(['Below']);
  expect(sectionsOf(guide, 'none')).toEqual([]);
});

it('reads lists that go on after a table, cells with a bar, and marks within marks', () => {
  const [section] = readGuide(
    '## One\n\nWords:\n- first\n  goes on\n- **bold *and* both**\n\n5. fifth\n\n| a | b |\n|---|---|\n| `x\\|y` | [two](#two) |\n',
  );
  expect(section && renderToStaticMarkup(createElement(HelpSection, { section, onGo: () => undefined }))).toBe(
    '<section><h3>One</h3><p>Words:</p><ul><li>first goes on</li><li><strong>bold <em>and</em> both</strong></li></ul><ol start="5"><li>fifth</li></ol>' +
      '<div class="help-table"><table aria-label="One"><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>' +
      '<tbody><tr><td><code>x|y</code></td><td><button type="button" class="help-link">two</button></td></tr></tbody></table></div></section>',
  );
});
