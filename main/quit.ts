import type { BrowserWindow } from 'electron';
import { app } from 'electron';
import { endAll } from './services/endings.ts';
import { log } from './services/logging/log.ts';
import type { Services } from './services/start-services.ts';

const patienceMs = 5000;

/** Ends in order: the window finishes its writes, a snapshot is made, the journal closes. Nothing that was shown as saved depends on it. */
export const arrangeQuit = (
  { journal, backups, job }: Services,
  window: BrowserWindow,
): { readonly windowIsDone: () => void } => {
  const before = journal.head();
  let asked = false;
  let finish: (() => void) | undefined;
  const windowDone = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const end = async (): Promise<void> => {
    window.webContents.send('app:quit-asked', {});
    await Promise.race([windowDone, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
    window.hide();
    backups.stop();
    await endAll();
    if (journal.head().seq > before.seq) {
      const made = await backups.make('at-quit');
      if (!made.ok) log.error('No snapshot at quit', made.error);
    }
    await journal.close();
    app.exit(0);
  };
  window.on('close', (event) => {
    event.preventDefault();
    if (asked) return;
    asked = true;
    end().catch((error: unknown) => {
      log.error('Quitting failed', error);
      app.exit(1);
    });
  });
  app.on('before-quit', (event) => {
    event.preventDefault();
    window.close();
  });
  if (job === undefined) backups.watch();
  return { windowIsDone: () => finish?.() };
};
