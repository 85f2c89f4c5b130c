import type { BrowserWindow } from 'electron';
import type { Services } from '../services/start-services.ts';
import { appHandlers } from './app-handlers.ts';
import { certificateHandlers } from './certificate-handlers.ts';
import { fileHandlers } from './file-handlers.ts';
import { keyHandlers } from './key-handlers.ts';
import { papersHandlers } from './papers-handlers.ts';
import type { Handlers } from './register.ts';
import { storageHandlers } from './storage-handlers.ts';

/** All handlers by channel; each area's in its own file. */
export const makeHandlers = (services: Services, window: BrowserWindow): Handlers => ({
  ...appHandlers(services, window),
  ...storageHandlers(services),
  ...fileHandlers(window),
  ...certificateHandlers(window),
  ...keyHandlers(services),
  ...papersHandlers(window),
});
