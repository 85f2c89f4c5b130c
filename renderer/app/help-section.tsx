import type { ReactNode } from 'react';
import type { Block, Section, Words } from './help-guide.ts';

type Go = (section: string) => void;

const Inline = ({ words, onGo }: { readonly words: readonly Words[]; readonly onGo: Go }): ReactNode =>
  words.map((part, at) => {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'code') return <code key={at}>{part.text}</code>;
    const inner = <Inline words={part.words} onGo={onGo} />;
    if (part.kind === 'strong') return <strong key={at}>{inner}</strong>;
    if (part.kind === 'emphasis') return <em key={at}>{inner}</em>;
    return (
      <button key={at} type="button" className="help-link" onClick={() => onGo(part.to)}>
        {inner}
      </button>
    );
  });

type TableBlock = Extract<Block, { kind: 'table' }>;

const Table = ({ head, rows, label, onGo }: TableBlock & { readonly label: string; readonly onGo: Go }): ReactNode => (
  <div className="help-table">
    <table aria-label={label}>
      <thead>
        <tr>
          {head.map((cell, at) => (
            <th key={at} scope="col">
              <Inline words={cell} onGo={onGo} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, at) => (
              <td key={at}>
                <Inline words={cell} onGo={onGo} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const BlockPart = ({
  block,
  label,
  onGo,
}: {
  readonly block: Block;
  readonly label: string;
  readonly onGo: Go;
}): ReactNode => {
  if (block.kind === 'table') return <Table {...block} label={label} onGo={onGo} />;
  if (block.kind === 'paragraph')
    return (
      <p>
        <Inline words={block.words} onGo={onGo} />
      </p>
    );
  const items = block.items.map((words, at) => (
    <li key={at}>
      <Inline words={words} onGo={onGo} />
    </li>
  ));
  return block.start === undefined ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
};

/** A section of the guide as it is read. */
export const HelpSection = ({ section, onGo }: { readonly section: Section; readonly onGo: Go }): ReactNode => {
  const Heading = section.level === 2 ? 'h3' : 'h4';
  return (
    <section>
      <Heading>{section.title}</Heading>
      {section.blocks.map((block, at) => (
        <BlockPart key={at} block={block} label={section.title} onGo={onGo} />
      ))}
    </section>
  );
};
