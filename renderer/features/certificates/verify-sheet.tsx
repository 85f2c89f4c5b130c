import './verify.css';
import type { DragEvent, ReactNode } from 'react';
import { useRef, useState } from 'react';
import type { Failure, Result } from '#shared/lib/result.ts';
import { verifyText } from '#renderer/db/repositories/verify.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Verified } from './verdicts.ts';
import { VerifyResult } from './verify-result.tsx';
import type { FoundCode, FoundCodes, ReadWatch } from './work/read-codes.ts';
import { readCodes, readCodesIn } from './work/read-codes.ts';

type Checked = { readonly source: string; readonly found: readonly Verified[]; readonly pages: number };

const verifyCodes = (codes: readonly FoundCode[]): Promise<readonly Verified[]> =>
  Promise.all(
    codes.map(async ({ page, text }) => ({
      page: codes.length > 1 ? page : undefined,
      report: await verifyText(text),
    })),
  );

const useVerify = () => {
  const { failure } = useText();
  const [checked, setChecked] = useState<Checked>();
  const [refusal, setRefusal] = useState<{ readonly at: 'field' | 'file'; readonly sentence: string }>();
  const [reading, setReading] = useState<{ readonly done: number; readonly total: number }>();
  const stop = useRef<AbortController>(undefined);

  const verifyTyped = async (text: string): Promise<void> => {
    setChecked(undefined);
    const report = await verifyText(text);
    setRefusal(report.ok ? undefined : { at: 'field', sentence: failure(report.error) });
    if (report.ok) setChecked({ source: text.trim(), found: [{ page: undefined, report }], pages: 1 });
  };
  const verifyFile = async (
    source: string,
    read: (watch: ReadWatch) => Promise<Result<FoundCodes, Failure>>,
  ): Promise<void> => {
    stop.current?.abort();
    const controller = new AbortController();
    stop.current = controller;
    setChecked(undefined);
    setRefusal(undefined);
    setReading({ done: 0, total: 1 });
    const codes = await read({ signal: controller.signal, onProgress: (done, total) => setReading({ done, total }) });
    setReading(undefined);
    if (!codes.ok) return setRefusal({ at: 'file', sentence: failure(codes.error) });
    setChecked({ source, found: await verifyCodes(codes.value.codes), pages: codes.value.pages });
  };
  return { checked, refusal, reading, verifyTyped, verifyFile, stop: () => stop.current?.abort() };
};

type DropZoneProps = { readonly onFile: (file: File) => void; readonly onChoose: () => void };

const DropZone = ({ onFile, onChoose }: DropZoneProps): ReactNode => {
  const { t } = useText();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="import" />
      <span>{t('certificates.verify.drop')}</span>
      <Button size="small" onClick={onChoose}>
        {t('certificates.verify.choose')}
      </Button>
    </div>
  );
};

/** Says of a certificate what was awarded, to whom and by whom, and whether it is ours: from a serial, a code, a PDF or a picture. */
export const VerifySheet = (): ReactNode => {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const { checked, refusal, reading, verifyTyped, verifyFile, stop } = useVerify();
  const choose = async (): Promise<void> => {
    const path = await desktop.filesChooseOpen({
      title: t('certificates.verify.chooseTitle'),
      filters: [
        { name: t('certificates.verify.files'), extensions: ['pdf', 'png', 'jpg', 'jpeg', 'webp', 'gif', 'bmp'] },
      ],
    });
    if (path !== null) await verifyFile(path, (watch) => readCodes(path, watch));
  };
  const dropped = async (file: File): Promise<void> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    await verifyFile(file.name, (watch) => readCodesIn(bytes, file.name, watch));
  };
  return (
    <Sheet className="verify" title={t('certificates.verify.title')}>
      <div className="verify-body">
        <form
          className="verify-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() !== '') void verifyTyped(typed);
          }}
        >
          <TextField
            label={t('certificates.verify.label')}
            className="serial"
            value={typed}
            onChange={setTyped}
            placeholder={t('certificates.verify.example')}
            spellCheck={false}
            autoComplete="off"
            error={refusal?.at === 'field' ? refusal.sentence : undefined}
          />
          <Button type="submit" disabled={typed.trim() === ''}>
            {t('certificates.verify.do')}
          </Button>
        </form>
        <DropZone onFile={(file) => void dropped(file)} onChoose={() => void choose()} />
        {reading !== undefined && (
          <Progress
            label={t('certificates.verify.reading')}
            done={reading.done}
            total={reading.total}
            actions={
              <Button size="tiny" onClick={stop}>
                {t('certificates.verify.stop')}
              </Button>
            }
          />
        )}
        {refusal?.at === 'file' && <Note tone="bad">{refusal.sentence}</Note>}
        <div aria-live="polite">{checked !== undefined && <VerifyResult {...checked} />}</div>
      </div>
    </Sheet>
  );
};
