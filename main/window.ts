import path from 'node:path';
import type { Event } from 'electron';
import { BrowserWindow, app, session } from 'electron';
import { appOrigin } from './protocol.ts';

const preload = path.join(import.meta.dirname, '../preload/index.cjs');

/** All permissions denied, nothing leaves the window, nothing foreign enters it. */
export const lockDown = (): void => {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setSpellCheckerEnabled(false);
  app.on('web-contents-created', (_event, contents) => {
    const stop = (event: Event): void => event.preventDefault();
    contents.on('will-navigate', stop);
    contents.on('will-redirect', stop);
    contents.on('will-attach-webview', stop);
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
};

/** Where the window's files come from: the development server while developing, else the app's own scheme. Only this origin may ask questions. */
export const windowOrigin = (): string => {
  const developing = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  return developing === undefined ? appOrigin : new URL(developing).origin;
};

const zoomSteps: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': -0.5, _: -0.5 };

/** Ctrl + and Ctrl − make everything larger and smaller, Ctrl 0 usual again: without a menu nobody else listens to them. */
const zoomByKeys = (window: BrowserWindow): void => {
  window.webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || input.alt || !(input.control || input.meta)) return;
    const step = zoomSteps[input.key];
    if (step === undefined && input.key !== '0') return;
    event.preventDefault();
    const level = step === undefined ? 0 : window.webContents.getZoomLevel() + step;
    window.webContents.setZoomLevel(Math.max(-2, Math.min(5, level)));
  });
};

/** Opens the one window; it shows itself when it has painted and `mayShow` has come, unless it works for a terminal job. */
export const openWindow = (hidden: boolean, mayShow: Promise<void>): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 640,
    minHeight: 480,
    show: false,
    useContentSize: true,
    backgroundColor: '#F4F2EF',
    title: 'Fieldcourse',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      backgroundThrottling: !hidden,
    },
  });
  if (!hidden) window.once('ready-to-show', () => void mayShow.then(() => window.show()));
  zoomByKeys(window);
  void window.loadURL(`${windowOrigin()}/index.html`);
  return window;
};
