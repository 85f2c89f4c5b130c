import type { DesignedDocument } from '#shared/domain/designed-documents.ts';
import type { Block, BlockOf } from '#shared/domain/template-design.ts';
import { fillPattern } from '#shared/domain/certificates.ts';
import { pageSize, wordsIn } from '#shared/domain/template-designs.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import { codeOperators, type CodeErrorCode } from '../code-image.ts';
import { runsRightToLeft } from '../visual-order.ts';
import {
  isShown,
  languageOf,
  layOutSerial,
  layOutText,
  valuesIn,
  type BlockErrorCode,
  type Setting,
} from './lay-out-block.ts';
import { pageTextOperators, type OwnPart } from './page-text.ts';
import { layOutTable, type TableErrorCode } from './table.ts';

export type OwnErrorCode = BlockErrorCode | CodeErrorCode | TableErrorCode;

const smallestModule = 0.4;

const codePart = (
  setting: Setting,
  block: BlockOf<'code'>,
  document: DesignedDocument,
): Result<OwnPart, Failure<CodeErrorCode>> => {
  const size = Math.min(block.width, block.height);
  const place = {
    x: block.x + block.width / 2,
    y: block.y + block.height / 2,
    size,
    largest: Math.max(size, block.largest),
    smallestModule,
  };
  const operators = codeOperators(document.payload, place, pageSize(setting.design).height);
  if (!operators.ok) return operators;
  const alt = fillPattern(wordsIn(block.alt, document.language), valuesIn(document, document.language));
  return ok({ texts: [], part: () => ({ role: 'Figure', alt, operators: operators.value }) });
};

/** Sets what is a learner's own of a block. Undefined where the block is not shown to this learner. */
export const layOutOwn = (
  setting: Setting,
  block: Block,
  document: DesignedDocument,
): Result<OwnPart | undefined, Failure<OwnErrorCode>> => {
  if (!isShown(setting, block, document)) return ok(undefined);
  if (block.kind === 'code') return codePart(setting, block, document);
  if (block.kind === 'table') return layOutTable(setting, block, document);
  if (block.kind !== 'text' && block.kind !== 'serial') return ok(undefined);
  const texts =
    block.kind === 'text' ? layOutText(setting, block, document) : layOutSerial(setting, block, document.serial);
  if (!texts.ok) return texts;
  if (texts.value.length === 0) return ok(undefined);
  const { height } = pageSize(setting.design);
  const language = languageOf(setting, block, document);
  return ok({
    texts: texts.value,
    part: (fontOf) => ({
      role: 'P',
      ...(texts.value.some(({ text }) => runsRightToLeft(text))
        ? { actual: texts.value.map(({ text }) => text).join(' ') }
        : {}),
      ...(language === document.language ? {} : { language }),
      operators: texts.value.map((text) => pageTextOperators(text, height, fontOf(text.run))).join('\n'),
    }),
  });
};
