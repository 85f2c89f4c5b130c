import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Role } from '#shared/domain/workspace.ts';
import { roles } from '#shared/domain/workspace.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** Who works here and what the laptop is called. Saved together, because the name stands next to every change that follows. */
export const PersonSheet = (): ReactNode => {
  const { t } = useText();
  const { settings, saveSettings } = useSession();
  const [name, setName] = useState(settings.person?.name ?? '');
  const [role, setRole] = useState<Role>(settings.person?.role ?? 'coordinator');
  const [laptop, setLaptop] = useState(settings.deviceName);
  const [saved, setSaved] = useState(false);
  const missing = tidy(name) === '';
  const changed =
    tidy(name) !== (settings.person?.name ?? '') ||
    role !== settings.person?.role ||
    tidy(laptop) !== settings.deviceName;
  const save = (): void => {
    if (!missing)
      void saveSettings({ person: { name: tidy(name), role }, deviceName: tidy(laptop) }).then(() => setSaved(true));
  };
  return (
    <Sheet title={t('settings.person')}>
      <form className="settings-body" noValidate onSubmit={(event) => (event.preventDefault(), save())}>
        <div className="settings-pair">
          <TextField
            label={t('settings.name')}
            value={name}
            onChange={setName}
            maxLength={120}
            autoComplete="name"
            error={missing ? t('settings.nameMissing') : undefined}
          />
          <SelectField
            label={t('settings.role')}
            value={role}
            onChange={setRole}
            options={roles.map((value) => ({ value, label: t(`app.roles.${value}`) }))}
          />
        </div>
        <TextField
          label={t('settings.laptop')}
          value={laptop}
          onChange={setLaptop}
          maxLength={40}
          hint={t('settings.laptopHint')}
        />
        <p className="settings-row" aria-live="polite">
          <Button type="submit" disabled={!changed || missing}>
            {t('settings.save')}
          </Button>
          {saved && !changed && (
            <span className="t-ok">
              <Glyph name="pass" /> {t('settings.saved')}
            </span>
          )}
        </p>
      </form>
    </Sheet>
  );
};
