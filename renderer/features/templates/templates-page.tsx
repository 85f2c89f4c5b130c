import './templates.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { OwnTemplate } from '#shared/domain/own-templates.ts';
import type { TemplateDesign } from '#shared/domain/template-design.ts';
import type { Result } from '#shared/lib/result.ts';
import { readOwn, shippedDesigns } from '#renderer/db/repositories/certificate-templates.ts';
import {
  addTemplate,
  listOwnTemplates,
  nextDraft,
  removeDraft,
  retireTemplate,
  startUsing,
} from '#renderer/db/repositories/own-templates.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { CalibrationSheet } from './calibration-sheet.tsx';
import { TemplatePicture } from './template-picture.tsx';
import { exportTemplate, importTemplateFile } from './work/template-files.ts';

type Done = 'templates.retired' | 'templates.used' | 'templates.removed';

const useDoing = () => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  return async <T,>(work: Promise<Result<T>>, done?: Done): Promise<T | undefined> => {
    const result = await work;
    if (!result.ok) tell({ tone: 'bad', text: failure(result.error) });
    else if (done !== undefined) tell({ tone: 'ok', text: t(done), undo: true });
    return result.ok ? result.value : undefined;
  };
};

const editorOf = (id: string): string => `/certificates/templates/${encodeURIComponent(id)}`;

const Shipped = ({
  design,
  selected,
  onSelect,
}: {
  readonly design: TemplateDesign;
  readonly selected: boolean;
  readonly onSelect: () => void;
}): ReactNode => {
  const { t } = useText();
  const [, go] = useLocation();
  const doing = useDoing();
  const copy = async (): Promise<void> => {
    const id = await doing(
      addTemplate(design, t('templates.copyOf', { title: t(`templates.shipped.${design.name as 'classic'}`) })),
    );
    if (id !== undefined) go(editorOf(id));
  };
  return (
    <li className={`template-row ${selected ? 'on' : ''}`}>
      <button type="button" className="template-name" aria-pressed={selected} onClick={onSelect}>
        {t(`templates.shipped.${design.name as 'classic'}`)}
      </button>
      <span className="second">{t(`templates.use_${design.use}` as 'templates.use_certificate')}</span>
      <span className="second">
        {t('templates.paperOf', {
          size: design.page.size,
          orientation: t(`templates.orientations.${design.page.orientation}`),
        })}
      </span>
      <span className="template-actions">
        <Button size="small" onClick={() => void copy()}>
          {t('templates.duplicate')}
        </Button>
        <Button size="small" onClick={() => void doing(exportTemplate(design, t('templates.exportTitle')))}>
          {t('templates.export')}
        </Button>
      </span>
    </li>
  );
};

/** What can be done with a version, by the state it is in. */
const OwnActions = ({ record }: { readonly record: OwnTemplate }): ReactNode => {
  const { t } = useText();
  const [, go] = useLocation();
  const doing = useDoing();
  const design = readOwn(record);
  const edit = async (): Promise<void> => {
    const id = await doing(nextDraft(record.id));
    if (id !== undefined) go(editorOf(id));
  };
  const draft = record.state === 'draft';
  return (
    <span className="template-actions">
      {draft ? (
        <Link className="btn small" href={editorOf(record.id)}>
          {t('templates.edit')}
        </Link>
      ) : (
        <Button size="small" onClick={() => void edit()}>
          {t('templates.nextVersion')}
        </Button>
      )}
      {record.state === 'in-use' ? (
        <Button size="small" onClick={() => void doing(retireTemplate(record.id), 'templates.retired')}>
          {t('templates.retire')}
        </Button>
      ) : (
        <Button size="small" onClick={() => void doing(startUsing(record.id), 'templates.used')}>
          {t('templates.use')}
        </Button>
      )}
      {draft && (
        <Button size="small" onClick={() => void doing(removeDraft(record.id), 'templates.removed')}>
          {t('templates.remove')}
        </Button>
      )}
      {design.ok && (
        <Button size="small" onClick={() => void doing(exportTemplate(design.value, t('templates.exportTitle')))}>
          {t('templates.export')}
        </Button>
      )}
    </span>
  );
};

const Own = ({
  record,
  selected,
  onSelect,
}: {
  readonly record: OwnTemplate;
  readonly selected: boolean;
  readonly onSelect: () => void;
}): ReactNode => {
  const { t, formatDate } = useText();
  return (
    <li className={`template-row own ${selected ? 'on' : ''}`}>
      <div className="template-what">
        <button type="button" className="template-name" aria-pressed={selected} onClick={onSelect}>
          {record.title}
        </button>
        <span className="second">
          {t('templates.versionOf', { version: record.version, date: formatDate(record.changedOn) })}
        </span>
      </div>
      <span>
        <Tag tone={record.state === 'in-use' ? 'ok' : 'mute'}>{t(`templates.state.${record.state}`)}</Tag>
      </span>
      <OwnActions record={record} />
    </li>
  );
};

const OwnSheet = ({
  own,
  selected,
  onSelect,
}: {
  readonly own: readonly OwnTemplate[] | undefined;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}): ReactNode => {
  const { t } = useText();
  return (
    <Sheet title={t('templates.ownTitle')} count={t('templates.ownCount', { count: own?.length ?? 0 })}>
      {own?.length === 0 ? (
        <EmptyState sentence={t('templates.noOwn')} />
      ) : (
        <ul>
          {own?.map((one) => (
            <Own key={one.id} record={one} selected={one.id === selected} onSelect={() => onSelect(one.id)} />
          ))}
        </ul>
      )}
    </Sheet>
  );
};

/** All templates: those of the app, to look at and duplicate, and the workspace's own with their versions. */
export const TemplatesPage = (): ReactNode => {
  const { t } = useText();
  const [, go] = useLocation();
  const doing = useDoing();
  const own = useLive(listOwnTemplates, []);
  const [selected, setSelected] = useState<string>();
  const record = own?.find(({ id }) => id === selected);
  const read = record && readOwn(record);
  const shown =
    read?.ok === true ? read.value : (shippedDesigns.find(({ name }) => name === selected) ?? shippedDesigns[0]);
  const bringIn = async (): Promise<void> => {
    const id = await doing(importTemplateFile(t('templates.importTitle'), t('templates.files')));
    if (id !== undefined) go(editorOf(id));
  };
  return (
    <div className="templates">
      <PageTop
        title={t('templates.pageTitle')}
        actions={
          <>
            <Link className="btn small" href="/certificates">
              {t('templates.toRegister')}
            </Link>
            <Button size="small" onClick={() => void bringIn()}>
              {t('templates.import')}
            </Button>
          </>
        }
      />
      <div className="templates-lists">
        <OwnSheet own={own} selected={selected} onSelect={setSelected} />
        <Sheet title={t('templates.shippedTitle')}>
          <ul>
            {shippedDesigns.map((design) => (
              <Shipped
                key={design.name}
                design={design}
                selected={shown === design}
                onSelect={() => setSelected(design.name)}
              />
            ))}
          </ul>
        </Sheet>
      </div>
      <div className="templates-side">
        {shown !== undefined && <TemplatePicture key={`${shown.name}:${String(shown.version)}`} design={shown} />}
        <CalibrationSheet />
      </div>
    </div>
  );
};
