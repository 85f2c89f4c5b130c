// Loaded before the main module of both sides (electron -r): says when the awaited element was painted, and which processes there are.
const { app } = require('electron');

const wait = (selector) => `new Promise((done) => {
  const painted = () => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.timeOrigin + performance.now());
    channel.port2.postMessage(0);
  });
  const look = () => document.querySelector(${JSON.stringify(selector)}) !== null && (watcher.disconnect(), painted(), true);
  const watcher = new MutationObserver(look);
  if (!look()) watcher.observe(document, { subtree: true, childList: true });
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    const at = await contents.executeJavaScript(wait(process.env.BENCH_AWAIT));
    process.stdout.write(`${JSON.stringify({ at })}\n`);
  });
});
