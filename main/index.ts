import path from 'node:path';
import { app } from 'electron';
import { lockDown, openWindow, windowOrigin } from './window.ts';
import { appOrigin, registerScheme, serveWindow } from './protocol.ts';
import { setMenu } from './menu.ts';
import { openDoor } from './ipc/door.ts';
import { makeFolder } from './services/files/make-folder.ts';
import { readArguments } from './services/jobs/arguments.ts';
import { ownArguments } from './services/jobs/own-arguments.ts';
import { printError, printLine } from './services/jobs/print.ts';
import { chromiumLanguage } from './services/settings/chromium-language.ts';
import { currentWorkspace } from './services/workspace/workspaces.ts';

// Boot order only. Nothing here awaits at the top level: a packaged ESM entry would deadlock on app.whenReady().
const request = readArguments(ownArguments());
const base = path.join(app.getPath('appData'), 'Fieldcourse');

/** The built window; tests of the database and the bench put a page without screens in its place while developing. */
const windowFolder = (): string =>
  (app.isPackaged ? undefined : process.env.FIELDCOURSE_WINDOW_FOLDER) ?? path.join(import.meta.dirname, '../renderer');

/** Says in the language of the system why the app cannot start, and ends it. Words are read only here: a start that succeeds needs none of them yet. */
const refuse = (code: string, folder: string): void =>
  void app
    .whenReady()
    .then(() => import('./refuse-to-start.ts'))
    .then(({ refuseToStart }) => refuseToStart({ code, details: { folder } }, request.kind === 'job'));

const start = (folder: string): void => {
  const job = request.kind === 'job' ? request.job : undefined;
  makeFolder(path.join(folder, 'profile'), 0o700);
  app.setPath('userData', path.join(folder, 'profile'));
  app.commandLine.appendSwitch('lang', chromiumLanguage(folder));
  if (!app.requestSingleInstanceLock()) {
    // The window that has it open comes to the front; a job cannot wait for it.
    if (job === undefined) app.exit(0);
    else refuse('workspace-in-use', folder);
    return;
  }
  registerScheme();
  void app.whenReady().then(() => {
    lockDown();
    const scriptServed = new Promise<void>((resolve) => serveWindow(windowFolder(), resolve));
    setMenu();
    let show = (): void => undefined;
    const window = openWindow(job !== undefined, new Promise((resolve) => (show = resolve)));
    app.on('second-instance', () => {
      if (window.isMinimized()) window.restore();
      window.focus();
    });
    // Read only now: while the window's process reads its script, this one has time for everything else. A page that comes from elsewhere
    // (the development server) is never asked for here.
    const answering = (windowOrigin() === appOrigin ? scriptServed : Promise.resolve())
      .then(() => import('./start-behind-window.ts'))
      .then(({ startBehindWindow }) => startBehindWindow(base, folder, job, window));
    openDoor(answering, windowOrigin());
    answering.then(show, (error: unknown) => {
      printError({ error: 'start-failed', message: error instanceof Error ? error.message : String(error) });
      app.exit(1);
    });
  });
};

if (request.kind === 'help') {
  printLine(request.text);
  app.exit(0);
} else if (request.kind === 'usage') {
  printError({ error: 'usage', message: request.message });
  app.exit(2);
} else {
  const folder = path.resolve(request.workspace ?? currentWorkspace(base));
  try {
    start(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    refuse('folder-not-writable', folder);
  }
}
