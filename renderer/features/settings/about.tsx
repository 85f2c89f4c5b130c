import type { ReactNode } from 'react';
import { useState } from 'react';
import licencesUrl from '../../../resources/licences.json?url';
import { desktop } from '#renderer/desktop/bridge.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

type Licence = { readonly name: string; readonly version: string; readonly licence: string; readonly text: string };

const readLicences = async (): Promise<readonly Licence[]> =>
  (await (await fetch(licencesUrl)).json()) as readonly Licence[];

const Licences = ({
  licences,
  onClose,
}: {
  readonly licences: readonly Licence[];
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useText();
  return (
    <Dialog open onClose={onClose} title={t('settings.licences')} size="wide">
      <p className="second">{t('settings.licencesText', { count: licences.length })}</p>
      <div className="settings-licences">
        {licences.map(({ name, version, licence, text }) => (
          <details key={`${name} ${version}`}>
            <summary>
              <b>{name}</b> <span className="quiet">{version}</span> <span className="tag">{licence}</span>
            </summary>
            <pre tabIndex={0}>{text}</pre>
          </details>
        ))}
      </div>
    </Dialog>
  );
};

/** The version, what it is made from, and the log. */
export const About = (): ReactNode => {
  const { t } = useText();
  const { boot } = useSession();
  const [licences, setLicences] = useState<readonly Licence[]>();
  return (
    <Sheet title={t('settings.about')} count={t('settings.version', { version: boot.version })}>
      <div className="settings-body">
        <p className="second">{t('settings.aboutText')}</p>
        <p className="settings-row">
          <Button size="small" onClick={() => void readLicences().then(setLicences)}>
            {t('settings.licences')}
          </Button>
          <Button size="small" onClick={() => void desktop.appOpenLog()}>
            {t('app.stopped.log')}
          </Button>
        </p>
      </div>
      {licences !== undefined && <Licences licences={licences} onClose={() => setLicences(undefined)} />}
    </Sheet>
  );
};
