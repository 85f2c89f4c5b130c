import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { readAhead } from './app/read-ahead.ts';
import { openDatabase } from './db/open-database.ts';
import { setAuthor } from './db/write-state.ts';
import { desktop } from './desktop/bridge.ts';
import { authorOf } from './desktop/session.tsx';

const start = async (): Promise<void> => {
  const booting = desktop.appGetBoot();
  const [opened, boot] = await Promise.all([openDatabase(booting), booting]);
  setAuthor(authorOf(boot.settings));
  if (boot.job !== null) {
    const { runJob } = await import('./app/jobs/run-job.ts');
    await runJob(boot.job, boot, opened);
    return;
  }
  // What fails here fails again where there is a screen to say so.
  const ahead = opened.kind === 'ready' ? await readAhead(boot.settings).catch(() => undefined) : undefined;
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(<App boot={boot} opened={opened} workspace={ahead} />);
};

start().catch((error: unknown) => {
  void desktop.appReportProblem({
    message: error instanceof Error ? error.message : String(error),
    ...(error instanceof Error && error.stack !== undefined ? { stack: error.stack } : {}),
  });
  throw error;
});
