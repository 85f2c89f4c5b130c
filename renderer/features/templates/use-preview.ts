import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { TemplateDesign } from '#shared/domain/template-design.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { drawFirstPage, finePixels } from '#renderer/ui/pdf-pages.ts';
import { describeSpecimen, type SpecimenWish } from './work/specimen.ts';

const draw = async (
  canvas: HTMLCanvasElement,
  design: TemplateDesign,
  wish: SpecimenWish,
  width: number,
  wanted: () => boolean,
): Promise<Result<void>> => {
  const described = await describeSpecimen(design, wish);
  if (!described.ok) return described;
  const bytes = await desktop.certificatesRenderOne(described.value);
  if (!bytes.ok) return bytes;
  await drawFirstPage(bytes.value, canvas, () => width * finePixels(), wanted);
  return ok(undefined);
};

const pause = 120;

/** Draws the PDF of a design into a canvas again whenever it changes, the latest wish only. Both the PDF and its picture are made off this thread. */
export const usePreview = (
  canvas: RefObject<HTMLCanvasElement | null>,
  design: TemplateDesign,
  wish: SpecimenWish,
  width: number,
): { readonly busy: boolean; readonly problem: Failure | undefined } => {
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem: Failure | undefined }>({
    busy: true,
    problem: undefined,
  });
  const { name, language, partner } = wish;
  useEffect(() => {
    let wanted = width > 0;
    const work = async (): Promise<void> => {
      if (canvas.current === null) return;
      const done = await draw(canvas.current, design, { name, language, partner }, width, () => wanted);
      if (wanted) setState({ busy: false, problem: done.ok ? undefined : done.error });
    };
    const timer = setTimeout(() => void work(), pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [canvas, design, name, language, partner, width]);
  return state;
};
