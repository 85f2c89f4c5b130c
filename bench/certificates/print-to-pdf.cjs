// Chromium as the peer: one page whose words and code change, printed to a file each. print-to-pdf.cjs <inputs> <out>
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

const [inputs, out] = process.argv.slice(-2);

app.whenReady().then(async () => {
  mkdirSync(out, { recursive: true });
  const window = new BrowserWindow({ show: false });
  await window.loadFile(join(inputs, 'page.html'));
  const pages = JSON.parse(readFileSync(join(inputs, 'chromium.json'), 'utf8'));
  const fill = (page) =>
    window.webContents.executeJavaScript(
      `document.querySelector('main').innerHTML = ${JSON.stringify(page)}; document.fonts.ready.then(() => true)`,
    );
  const print = () => window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true });
  await fill(pages[0]);
  await print();
  const before = performance.now();
  for (const [at, page] of pages.entries()) {
    await fill(page);
    writeFileSync(join(out, `${at}.pdf`), await print());
  }
  process.stdout.write(`\n${JSON.stringify({ ms: performance.now() - before, files: pages.length })}\n`);
  app.quit();
});
