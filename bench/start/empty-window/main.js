import { BrowserWindow, app, protocol } from 'electron';

// The least that an app with our kind of window can be: the same options, a blank page, nothing else.
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
app.setPath('userData', process.env.BENCH_PROFILE);

app.whenReady().then(() => {
  protocol.handle('app', () => {
    const page =
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title></head><body></body></html>';
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  });
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
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('app://fieldcourse/index.html');
});
