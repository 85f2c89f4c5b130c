import type { ReactNode } from 'react';
import { useState } from 'react';
import type { VerificationReport } from '#renderer/db/repositories/verify.ts';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Verdict, Verified } from './verdicts.ts';
import { verdictLooks, verdictOf } from './verdicts.ts';

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const useSentence = (): ((report: VerificationReport) => string) => {
  const { t, formatDate } = useText();
  return (report) => {
    const { register, signed } = report;
    const verdict = verdictOf(report);
    if (verdict === 'revoked') return t('certificates.verdict.revokedMore', { reason: register?.revokedReason ?? '–' });
    if (verdict === 'superseded')
      return t('certificates.verdict.supersededMore', { serial: register?.supersededBy ?? '–' });
    if (verdict === 'genuine' || verdict === 'listed')
      return t(`certificates.verdict.${verdict}More`, { date: formatDate(register?.issuedOn ?? '') });
    return t(`certificates.verdict.${verdict}More`, { key: signed?.content.keyId ?? '' });
  };
};

/** What the register says where the paper says something else. */
const RegisterSays = ({ report }: { readonly report: VerificationReport }): ReactNode => {
  const { t, formatDate } = useText();
  const { signed, register } = report;
  if (register === undefined || signed === undefined || signed.verdict === 'genuine') return null;
  return (
    <p className="verify-register">
      {t('certificates.verify.registerSays', {
        serial: report.serial,
        name: register.name,
        award: register.award,
        date: formatDate(register.awardedOn),
      })}
    </p>
  );
};

/** What one certificate says and what is known of it, in words. */
const One = ({ report }: { readonly report: VerificationReport }): ReactNode => {
  const { t, formatDate } = useText();
  const sentence = useSentence();
  const verdict = verdictOf(report);
  const { tone, glyph } = verdictLooks[verdict];
  const { signed, register } = report;
  const name = signed?.content.name ?? register?.name;
  const award = signed?.content.award ?? register?.award;
  const date = signed?.content.date ?? register?.awardedOn;
  return (
    <div className={`verdict ${tone}`}>
      <p className="verdict-title">
        <Glyph name={glyph} /> {t(`certificates.verdict.${verdict}`)}
      </p>
      <p>{sentence(report)}</p>
      {name !== undefined && award !== undefined && date !== undefined && (
        <dl>
          <Fact name={t('certificates.verify.to')}>
            <b lang="und">{name}</b>
          </Fact>
          <Fact name={t('certificates.verify.what')}>{award}</Fact>
          <Fact name={t('certificates.verify.on')}>{formatDate(date)}</Fact>
          {signed?.owner !== undefined && (
            <Fact name={t('certificates.verify.by')}>
              {t('certificates.verify.byKey', { owner: signed.owner, key: signed.content.keyId })}
            </Fact>
          )}
          <Fact name={t('certificates.register.serial')}>
            <span className="serial">{report.serial}</span>
          </Fact>
        </dl>
      )}
      <RegisterSays report={report} />
    </div>
  );
};

const Damaged = ({ verified }: { readonly verified: Verified }): ReactNode => {
  const { t, failure } = useText();
  if (verified.report.ok) return null;
  return (
    <div className="verdict bad">
      <p className="verdict-title">
        <Glyph name="refused" /> {t('certificates.verdict.unreadable')}
      </p>
      <p>{failure(verified.report.error)}</p>
    </div>
  );
};

const verdictName = ({ report }: Verified): Verdict | 'unreadable' =>
  report.ok ? verdictOf(report.value) : 'unreadable';

const Many = ({
  found,
  at,
  onAt,
}: {
  readonly found: readonly Verified[];
  readonly at: number;
  readonly onAt: (at: number) => void;
}): ReactNode => {
  const { t } = useText();
  return (
    <ul className="verify-many" aria-label={t('certificates.verify.found')}>
      {found.map((one, index) => {
        const verdict = verdictName(one);
        const look = verdict === 'unreadable' ? { tone: 'bad', glyph: 'refused' as const } : verdictLooks[verdict];
        return (
          <li key={index}>
            <button type="button" aria-pressed={index === at} onClick={() => onAt(index)}>
              <span className={`t-${look.tone}`}>
                <Glyph name={look.glyph} />
              </span>
              <span className="cut" lang="und">
                {one.report.ok
                  ? (one.report.value.signed?.content.name ?? one.report.value.serial)
                  : t('certificates.verify.page', { page: one.page ?? 1 })}
              </span>
              <span className="second nowrap">{t(`certificates.verdict.${verdict}`)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};

/** What was found in a file or of a serial: one certificate, or a list of them with the one chosen in full. */
export const VerifyResult = ({
  source,
  found,
  pages,
}: {
  readonly source: string;
  readonly found: readonly Verified[];
  readonly pages: number;
}): ReactNode => {
  const { t } = useText();
  const [at, setAt] = useState(0);
  const one = found[at] ?? found[0];
  if (one === undefined) return null;
  const sound = found.filter((each) => ['genuine', 'foreign', 'listed'].includes(verdictName(each))).length;
  return (
    <div className="verify-result">
      {found.length > 1 && (
        <p>
          {t('certificates.verify.summary', {
            count: found.length,
            sound,
            file: source.split(/[\\/]/).at(-1) ?? source,
          })}
        </p>
      )}
      {pages > found.length && (
        <p className="t-warn">
          <Glyph name="anomaly" /> {t('certificates.verify.without', { count: pages - found.length })}
        </p>
      )}
      {one.report.ok ? <One report={one.report.value} /> : <Damaged verified={one} />}
      {found.length > 1 && <Many found={found} at={at} onAt={setAt} />}
    </div>
  );
};
