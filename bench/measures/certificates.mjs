import { inRoot } from '../../scripts/paths.mjs';
import { runCommand } from '../../scripts/run-command.mjs';
import { freshFolder, removeFolder } from '../running-app.mjs';
import { median } from '../statistics.mjs';

const render = async (program, side, count, folder) => {
  const { code, output } = await runCommand(
    process.execPath,
    [program, side, String(count), inRoot('resources'), folder],
    { quiet: true },
  );
  if (code !== 0) throw new Error(`The certificates (${side}) failed: ${output}`);
  return JSON.parse(output.trim().split('\n').at(-1));
};

const pages = 1000;

/** Merged certificates against plain pdfkit, each in a process of its own, font parsing and file included. */
export const measureCertificates = async ({ program, quick }) => {
  const rounds = quick ? 1 : 7;
  const folder = await freshFolder('certificates');
  try {
    const found = { ours: [], plain: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const side of ['ours', 'plain']) found[side].push(await render(program, side, pages, folder));
    }
    const against = 'plain pdfkit, a plainer border';
    const row = (work, what, unit, divisor, goal) => {
      const [ours, peer] = ['ours', 'plain'].map((side) => median(found[side].map((one) => one[what])) / divisor);
      return { work, ours, peer, against, unit, ratio: ours / peer, ...(goal ? { goal } : {}) };
    };
    return [
      row('1,000 merged certificates', 'ms', 's', 1000, { atMost: 0.6 }),
      row('  bytes a page', 'bytes', 'B', pages),
      row('  peak memory of the process', 'peak', 'MB', 1),
    ];
  } finally {
    await removeFolder(folder);
  }
};
