import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Block } from '#shared/domain/template-design.ts';
import { blockWarnings, pageSize } from '#shared/domain/template-designs.ts';
import { useText } from '#renderer/ui/text.tsx';
import type { Draft } from './use-draft.ts';
import { useBlockLabel } from './use-block-label.ts';
import { usePreview } from './use-preview.ts';
import { withBlock } from './work/blocks.ts';
import type { Snapped } from './work/snapping.ts';
import { keyStep, moved, snap } from './work/snapping.ts';
import type { SpecimenWish } from './work/specimen.ts';

type CanvasProps = {
  readonly draft: Draft;
  readonly wish: SpecimenWish;
  readonly zoom: number;
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
  readonly onRemove: (id: string) => void;
};

type Drag = { readonly block: Block; readonly x: number; readonly y: number; readonly resize: boolean };

/** Blocks thinner than this on screen can still be caught. */
const catchable = 12;
const reachPixels = 6;

const styleOf = (block: Block, scale: number) => {
  const [width, height] = [Math.max(block.width * scale, catchable), Math.max(block.height * scale, catchable)];
  return {
    left: block.x * scale - (width - block.width * scale) / 2,
    top: block.y * scale - (height - block.height * scale) / 2,
    width,
    height,
  };
};

const useRoom = () => {
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { frame, room };
};

const useDragging = ({ draft, onSelect }: CanvasProps, scale: number) => {
  const drag = useRef<Drag>(undefined);
  const [guides, setGuides] = useState<Snapped['guides']>({ x: undefined, y: undefined });
  const start = (event: PointerEvent<HTMLElement>, block: Block, resize: boolean): void => {
    if (event.button !== 0) return;
    onSelect(block.id);
    event.currentTarget.setPointerCapture(event.pointerId);
    event.stopPropagation();
    // What waits to be kept is a change of its own: undo must not land in the middle of the drag.
    void draft.keep();
    drag.current = { block, x: event.clientX, y: event.clientY, resize };
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    const held = drag.current;
    if (held === undefined) return;
    const [dx, dy] = [(event.clientX - held.x) / scale, (event.clientY - held.y) / scale];
    const { block } = held;
    if (held.resize) {
      const size = (value: number): number => Math.max(0, Math.round(value * 10) / 10);
      draft.show(
        withBlock(draft.design, block.id, { ...block, width: size(block.width + dx), height: size(block.height + dy) }),
      );
      return;
    }
    const to = snap(draft.design, block, { x: block.x + dx, y: block.y + dy }, event.altKey ? 0 : reachPixels / scale);
    setGuides(to.guides);
    draft.show(withBlock(draft.design, block.id, { ...block, x: to.x, y: to.y }));
  };
  const end = (): void => {
    if (drag.current === undefined) return;
    drag.current = undefined;
    setGuides({ x: undefined, y: undefined });
    void draft.keep();
  };
  return {
    guides,
    handlers: (block: Block, resize = false) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => start(event, block, resize),
      onPointerMove: move,
      onPointerUp: end,
      onPointerCancel: end,
    }),
  };
};

const Guides = ({ guides, scale }: { readonly guides: Snapped['guides']; readonly scale: number }): ReactNode => (
  <>
    {guides.x !== undefined && <span className="guide upright" style={{ left: guides.x * scale }} />}
    {guides.y !== undefined && <span className="guide" style={{ top: guides.y * scale }} />}
  </>
);

/** Place and size of a block as they are said, in millimetres. */
const usePlaced = () => {
  const { formatNumber } = useText();
  const said = (value: number): string => formatNumber(value, { maximumFractionDigits: 1 });
  return ({ x, y, width, height }: Block) => ({ x: said(x), y: said(y), width: said(width), height: said(height) });
};

const useKeys = ({ draft, onSelect, onRemove }: CanvasProps) => {
  const { t } = useText();
  const placed = usePlaced();
  const [said, setSaid] = useState('');
  const press = (event: KeyboardEvent<HTMLElement>, block: Block): void => {
    const step = keyStep(event.key, event);
    if (step !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const next = moved(block, ...step);
      draft.change((now) => withBlock(now, block.id, next));
      setSaid(t('templates.moved', placed(next)));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onRemove(block.id);
    } else if (event.key === 'Escape') onSelect(undefined);
  };
  return { said, press };
};

/** The page: its own PDF as picture, with a frame over each block that is taken by mouse or keyboard. */
export const EditorCanvas = (props: CanvasProps): ReactNode => {
  const { draft, wish, zoom, selected, onSelect } = props;
  const { t, failure } = useText();
  const placed = usePlaced();
  const { frame, room } = useRoom();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { design } = draft;
  const page = pageSize(design);
  const fit = Math.min((room.width - 32) / page.width, (room.height - 32) / page.height);
  const scale = Math.max(0.5, fit) * zoom;
  const preview = usePreview(canvas, design, wish, room.width === 0 ? 0 : Math.round(page.width * scale));
  const labelOf = useBlockLabel(wish.language);
  const { guides, handlers } = useDragging(props, scale);
  const { said, press } = useKeys(props);
  return (
    <div className="editor-desk" ref={frame} tabIndex={-1} onPointerDown={() => onSelect(undefined)}>
      <div
        className="editor-paper"
        role="group"
        aria-label={t('templates.page')}
        aria-busy={preview.busy}
        style={{ width: page.width * scale, height: page.height * scale }}
      >
        <canvas ref={canvas} role="img" aria-label={t('templates.previewOf', { title: design.title })} />
        {design.blocks.map((block) => (
          <button
            key={block.id}
            type="button"
            className={`editor-block ${block.id === selected ? 'on' : ''} ${blockWarnings(design, block).includes('off-page') ? 'off' : ''}`}
            style={styleOf(block, scale)}
            aria-pressed={block.id === selected}
            aria-label={t('templates.blockAt', {
              label: labelOf(block),
              ...placed(block),
            })}
            onFocus={() => onSelect(block.id)}
            onKeyDown={(event) => press(event, block)}
            {...handlers(block)}
          >
            {block.id === selected && <span className="corner" {...handlers(block, true)} />}
          </button>
        ))}
        <Guides guides={guides} scale={scale} />
      </div>
      {preview.problem !== undefined && (
        <p className="editor-problem" role="status">
          {failure(preview.problem)}
        </p>
      )}
      <p className="vh" aria-live="polite">
        {said}
      </p>
    </div>
  );
};
