import { app, dialog } from 'electron';
import { languageOfLocale } from '#shared/domain/languages.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { printError } from './services/jobs/print.ts';
import type { StartError } from './services/start-services.ts';

/** Says in one clear sentence why the workspace cannot be opened, before anything was written, and ends. */
export const refuseToStart = (error: StartError, isJob: boolean): void => {
  const t = createTranslator(languageOfLocale(app.getLocale()));
  const sentence = t(`errors.${error.code}` as never, error.details);
  if (isJob) printError({ error: error.code, message: sentence });
  else dialog.showErrorBox('Fieldcourse', sentence);
  app.exit(1);
};
