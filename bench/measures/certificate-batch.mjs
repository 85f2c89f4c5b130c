import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freshFolder, removeFolder, startApp } from '../running-app.mjs';

/**
 * A merged batch in the real app, handed over by its window. Memory is what the main process, in which the worker lives, takes more at its highest
 * than before the worker began: fonts, documents and the file's bytes included. The stall is the longest time that the main process's event loop came late.
 *
 * @param {{ app: string, batch: string }} options `batch` is the file of documents and templates
 */
export const measureBatchInApp = async ({ app, batch }) => {
  const folder = await freshFolder('batch');
  const running = await startApp({ app, workspace: join(folder, 'workspace') });
  try {
    const text = await readFile(batch, 'utf8');
    await running.page.waitForFunction(() => 'fieldcourse' in window);
    await running.page.evaluate((json) => {
      const { documents, kit } = JSON.parse(json);
      const assets = kit.assets.map((asset) => ({
        ...asset,
        data: Uint8Array.from(atob(asset.data), (character) => character.charCodeAt(0)),
      }));
      window.batch = { documents, kit: { ...kit, assets } };
    }, text);
    await new Promise((done) => setTimeout(done, 1500));
    await running.evaluate(() => {
      const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
      const delay = monitorEventLoopDelay({ resolution: 5 });
      const before = process.memoryUsage().rss;
      const watch = { before, peak: before, delay };
      watch.timer = setInterval(() => (watch.peak = Math.max(watch.peak, process.memoryUsage().rss)), 10);
      delay.enable();
      globalThis.benchWatch = watch;
    });
    const report = await running.page.evaluate(async (target) => {
      const before = performance.now();
      const { documents, kit } = window.batch;
      for (let at = 0; at < documents.length; at += 50)
        await window.fieldcourse.certificatesAddDocuments({ id: 'bench', documents: documents.slice(at, at + 50) });
      const made = await window.fieldcourse.certificatesRenderBatch({
        documents: [],
        kit,
        id: 'bench',
        mode: 'merged',
        folder: target,
        fileName: 'batch.pdf',
        title: 'Certificates',
      });
      return { outcome: made.outcome, error: made.error, ms: performance.now() - before };
    }, folder);
    if (report.outcome !== 'complete') throw new Error(`The batch in the app failed: ${JSON.stringify(report.error)}`);
    const watched = await running.evaluate(() => {
      const { before, peak, delay, timer } = globalThis.benchWatch;
      clearInterval(timer);
      delay.disable();
      return {
        memory: (peak - before) / 1024 ** 2,
        stall: delay.max / 1e6 - 5,
        stall99: delay.percentile(99) / 1e6 - 5,
      };
    });
    return { ...watched, ms: report.ms };
  } finally {
    await running.close();
    await removeFolder(folder);
  }
};
