import type { ReactNode } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { TemplateDesign } from '#shared/domain/template-design.ts';
import { pageSize } from '#shared/domain/template-designs.ts';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { usePreview } from './use-preview.ts';
import { specimenNames } from './work/specimen.ts';

/** A template as it prints, in the language of the screen where it speaks it. */
export const TemplatePicture = ({ design }: { readonly design: TemplateDesign }): ReactNode => {
  const { t, failure, language } = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => setWidth(canvas.current?.clientWidth ?? 0), []);
  const spoken = design.languages.find((one) => one === language) ?? design.languages[0] ?? 'en';
  const preview = usePreview(
    canvas,
    design,
    { name: specimenNames[0] ?? '', language: spoken, partner: undefined },
    width,
  );
  const page = pageSize(design);
  return (
    <Sheet title={t('templates.looks')}>
      <div className="template-paper" aria-busy={preview.busy}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={t('templates.previewOf', { title: design.title })}
          style={{ aspectRatio: `${String(page.width)} / ${String(page.height)}` }}
        />
        {preview.problem !== undefined && <p className="editor-problem">{failure(preview.problem)}</p>}
      </div>
    </Sheet>
  );
};
