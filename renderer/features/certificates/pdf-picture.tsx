import './certificate-panel.css';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Described } from '#renderer/db/repositories/certificate-documents.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { useText } from '#renderer/ui/text.tsx';
import { drawFirstPage, finePixels } from '#renderer/ui/pdf-pages.ts';

type Drawn =
  { readonly kind: 'drawing' } | { readonly kind: 'drawn' } | { readonly kind: 'refused'; readonly sentence: string };

const drawInto = async (
  canvas: HTMLCanvasElement,
  { documents, kit }: Described,
  wanted: () => boolean,
): Promise<Result<void>> => {
  const [document] = documents;
  if (document === undefined) return fail('nothing-to-print');
  const bytes = await desktop.certificatesRenderOne({ document, kit });
  if (!bytes.ok) return bytes;
  // No width: the tab was left meanwhile, and there is nothing to draw into.
  await drawFirstPage(bytes.value, canvas, () => canvas.clientWidth * finePixels(), wanted);
  return ok(undefined);
};

/** The certificate itself: its PDF, drawn. `load` describes it; `of` names it and changes where it does. */
export const PdfPicture = ({
  of,
  label,
  load,
}: {
  readonly of: string;
  readonly label: string;
  readonly load: () => Promise<Result<Described>>;
}): ReactNode => {
  const { t, failure } = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<Drawn>({ kind: 'drawing' });
  useEffect(() => {
    let wanted = true;
    const draw = async (): Promise<void> => {
      const document = await load();
      if (!wanted || canvas.current === null) return;
      const done = document.ok ? await drawInto(canvas.current, document.value, () => wanted) : document;
      if (wanted) setDrawn(done.ok ? { kind: 'drawn' } : { kind: 'refused', sentence: failure(done.error) });
    };
    // Arrow keys held down pass many names: only the one that is rested on is drawn.
    const timer = setTimeout(() => void draw(), 60);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `of` says when there is another certificate to draw
  }, [of]);
  return (
    <div className="paper" aria-busy={drawn.kind === 'drawing'}>
      <canvas ref={canvas} role="img" aria-label={label} className={drawn.kind === 'refused' ? 'without' : ''} />
      {drawn.kind === 'drawing' && <p className="paper-words">{t('certificates.preview.drawing')}</p>}
      {drawn.kind === 'refused' && <p className="paper-words">{drawn.sentence}</p>}
    </div>
  );
};
