import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { app, shell } from 'electron';
import { finishJob, reportLine } from '../services/jobs/print.ts';
import { watchJobWindow } from '../services/jobs/watch-window.ts';
import { log } from '../services/logging/log.ts';
import type { Services } from '../services/start-services.ts';
import { chooseWorkspace, listWorkspaces } from '../services/workspace/workspaces.ts';
import { arrangeQuit } from '../quit.ts';
import type { Handlers } from './register.ts';

type Own =
  | 'app:get-boot'
  | 'app:ask-disk-room'
  | 'app:switch-workspace'
  | 'app:reload-window'
  | 'app:report-problem'
  | 'app:open-log'
  | 'app:finish-quit'
  | 'jobs:report-line'
  | 'jobs:end-job';

/** Starting, ending, terminal jobs. */
export const appHandlers = (services: Services, window: BrowserWindow): Pick<Handlers, Own> => {
  const { workspace, room, journal, settings, backups, job, base } = services;
  const quit = arrangeQuit(services, window);
  const watch = job === undefined ? undefined : watchJobWindow(window);
  return {
    'app:get-boot': async () => {
      watch?.cameUp();
      return {
        version: app.getVersion(),
        workspaceId: workspace.id,
        workspaceFolder: workspace.folder,
        workspaceName: path.basename(workspace.folder),
        workspaces: await listWorkspaces(base),
        device: workspace.device,
        moved: workspace.moved,
        head: journal.head(),
        journalRepairs: [...journal.repairs],
        settings: settings.get(),
        settingsRestored: settings.restored,
        diskRoom: await room.ask(),
        lastSnapshot: (await backups.list())[0]?.made ?? null,
        platform: process.platform,
        job: job ?? null,
      };
    },
    'app:ask-disk-room': () => room.ask(),
    'app:switch-workspace': ({ name }) => {
      chooseWorkspace(base, name);
      app.relaunch();
      window.close();
    },
    'app:reload-window': () => window.webContents.reload(),
    'app:report-problem': ({ message, stack }) => log.error(`The window reports: ${message}`, stack ?? ''),
    'app:open-log': async () => {
      await shell.openPath(path.join(workspace.folder, 'logs', 'fieldcourse.log'));
    },
    'app:finish-quit': () => quit.windowIsDone(),
    'jobs:report-line': ({ stream, line }) => reportLine(stream, line),
    'jobs:end-job': ({ exitCode }) => finishJob(services, exitCode),
  };
};
