import './marks-popover.css';
import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { AssignmentId } from '#shared/domain/ids.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { Module } from '#shared/domain/programmes.ts';
import type { MarksRow } from './marks-row.ts';

/** A mark to look at. `left`: keyed for a learner who left; `undated`: without a received date. */
export type Anomaly = {
  readonly kind: 'left' | 'undated';
  readonly row: MarksRow;
  readonly assignmentId: AssignmentId;
};

type AnomaliesProps = {
  readonly anomalies: readonly Anomaly[];
  readonly modules: readonly Module[];
  readonly onGo: (anomaly: Anomaly) => void;
};

const listed = 100;

/** The anomalies of the cohort: pressing one leads to its cell. */
export const Anomalies = ({ anomalies, modules, onGo }: AnomaliesProps): ReactNode => {
  const { t, language } = useText();
  const [open, setOpen] = useState(false);
  const titleOf = (id: AssignmentId): string => {
    const module = modules.find(({ assignments }) => assignments.some((one) => one.id === id));
    const assignment = module?.assignments.find((one) => one.id === id);
    return module === undefined || assignment === undefined
      ? id
      : `${module.number} ${inLanguage(assignment.title, language)}`;
  };
  if (anomalies.length === 0) return null;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="link-button t-warn nowrap">
        <Glyph name="anomaly" /> {t('marks.anomalies', { count: anomalies.length })}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="end" className="popover-place">
          <Popover.Popup className="marks-popover popover anomalies" finalFocus={false}>
            <Popover.Title className="vh">{t('marks.anomalies', { count: anomalies.length })}</Popover.Title>
            <ul>
              {anomalies.slice(0, listed).map((anomaly) => (
                <li key={`${anomaly.row.id}/${anomaly.assignmentId}`}>
                  <button
                    type="button"
                    onClick={() => {
                      setOpen(false);
                      onGo(anomaly);
                    }}
                  >
                    <b>{anomaly.row.name}</b>
                    <span>{t(`marks.anomaly.${anomaly.kind}`, { assignment: titleOf(anomaly.assignmentId) })}</span>
                  </button>
                </li>
              ))}
            </ul>
            {anomalies.length > listed && (
              <p className="quiet">{t('marks.paste.more', { count: anomalies.length - listed })}</p>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};
