import './privacy.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ConsentPurpose, ConsentState } from '#shared/domain/consents.ts';
import { consentFor, consentPurposes, lastConsent } from '#shared/domain/consents.ts';
import { fullName } from '#shared/domain/people.ts';
import type { PersonConsents } from '#renderer/db/repositories/consents.ts';
import { loadConsents } from '#renderer/db/repositories/consents.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import type { TagTone } from '#renderer/ui/tag.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import { PersonDataSheet } from './person-data-sheet.tsx';

const looks: Readonly<Record<ConsentState, { readonly tone: TagTone; readonly glyph?: GlyphName }>> = {
  given: { tone: 'ok', glyph: 'pass' },
  declined: { tone: 'bad', glyph: 'refused' },
  'not-asked': { tone: 'mute' },
};

/** A no for one cohort is a no. */
const stateOf = ({ person, enrolments }: PersonConsents, purpose: ConsentPurpose): ConsentState => {
  const states = [undefined, ...enrolments].map((enrolment) => consentFor(person, enrolment, purpose));
  if (states.includes('declined')) return 'declined';
  return states.includes('given') ? 'given' : 'not-asked';
};

const PurposeRow = ({
  content,
  purpose,
  onChange,
}: {
  readonly content: PersonConsents;
  readonly purpose: ConsentPurpose;
  readonly onChange: (agreed: boolean) => void;
}): ReactNode => {
  const { t, formatDate } = useText();
  const state = stateOf(content, purpose);
  const last = lastConsent(content.person, purpose);
  const earlier = (content.person.consents ?? []).filter((consent) => consent.purpose === purpose).length - 1;
  const said = last?.withdrawn ?? last;
  const name = t(`privacy.purpose.${purpose}`);
  const version = content.wordings.find(({ id }) => id === last?.wording)?.version;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Tag {...looks[state]}>{t(`privacy.state.${state}`)}</Tag>
        <small className="privacy-since">
          {said !== undefined
            ? `${formatDate(said.on)}, ${t(`privacy.method.${said.how}`)}`
            : state === 'not-asked'
              ? ''
              : t('privacy.consent.flag')}
          {last !== undefined && version !== undefined && ` · ${t('privacy.consent.edition', { version })}`}
          {earlier > 0 && ` · ${t('privacy.consent.earlier', { count: earlier })}`}
        </small>
      </td>
      <td className="privacy-row-actions">
        <Button
          size="tiny"
          disabled={state === 'given' && last?.withdrawn === undefined && last !== undefined}
          onClick={() => onChange(true)}
        >
          {t('privacy.consent.give')}
          <span className="vh"> {name}</span>
        </Button>
        <Button size="tiny" disabled={last?.withdrawn !== undefined} onClick={() => onChange(false)}>
          {t('privacy.consent.withdraw')}
          <span className="vh"> {name}</span>
        </Button>
      </td>
    </tr>
  );
};

/** What a person agreed to for each purpose, and what can be done with the data kept about them. */
export const PersonPrivacy = ({ personId }: { readonly personId: string }): ReactNode => {
  const { t } = useText();
  const content = useLive(() => loadConsents(personId), [personId]);
  const [changing, setChanging] = useState<{ readonly purpose: ConsentPurpose; readonly agreed: boolean }>();
  if (content === undefined) return null;
  const { person, wordings } = content;
  return (
    <>
      <Sheet title={t('privacy.consent.title')}>
        <table className="list privacy-consents">
          <caption className="vh">{t('privacy.consent.caption', { name: fullName(person) })}</caption>
          <thead className="vh">
            <tr>
              <th scope="col">{t('privacy.consent.purpose')}</th>
              <th scope="col">{t('privacy.consent.state')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {consentPurposes.map((purpose) => (
              <PurposeRow
                key={purpose}
                content={content}
                purpose={purpose}
                onChange={(agreed) => setChanging({ purpose, agreed })}
              />
            ))}
          </tbody>
        </table>
      </Sheet>
      <PersonDataSheet person={person} />
      {changing !== undefined && (
        <ConsentDialog {...changing} person={person} wordings={wordings} onClose={() => setChanging(undefined)} />
      )}
    </>
  );
};
