import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Channel } from '#shared/ipc/channels.ts';
import { channels } from '#shared/ipc/channels.ts';
import { contract } from '#shared/ipc/contract.ts';
import { requests } from '../../contract/requests.ts';
import type { Given } from '../../contract/requests.ts';
import { answerDialogs, expect, start, test } from '../fixtures/app.ts';
import type { Running } from '../fixtures/app.ts';
import { sampleFile } from '../fixtures/workspaces.ts';

type Answer = { readonly reply: unknown } | { readonly refused: string };

const ask = (page: Page, channel: Channel, request: unknown): Promise<Answer> =>
  page.evaluate(
    async ({ name, asked }) => {
      const method = name.replace(/[:-](\w)/g, (_match, letter: string) => letter.toUpperCase());
      try {
        const reply = await (fieldcourse as unknown as Record<string, (request: unknown) => Promise<unknown>>)[
          method
        ]?.(asked);
        const plain = (value: unknown): unknown => (value instanceof Uint8Array ? { bytes: [...value] } : value);
        return {
          reply:
            typeof reply === 'object' && reply !== null && 'value' in reply
              ? { ...reply, value: plain(reply.value) }
              : reply,
        };
      } catch (error) {
        return { refused: error instanceof Error ? error.message : String(error) };
      }
    },
    { name: channel, asked: request },
  );

/** Bytes do not pass from the window to the test as what they are. */
const revived = (reply: unknown): unknown => {
  const bytes = (reply as { readonly value?: { readonly bytes?: unknown } } | null | undefined)?.value?.bytes;
  return Array.isArray(bytes) ? { ...(reply as object), value: Uint8Array.from(bytes as number[]) } : reply;
};

/** These end the app: each gets a start of its own. */
const ending: readonly Channel[] = ['app:switch-workspace', 'jobs:end-job'];

/** This one takes the page away that asks it. */
const reloading: Channel = 'app:reload-window';

const startApart = async (workspace: string, folder: string): Promise<Running> => {
  const running = await start(workspace, { XDG_CONFIG_HOME: path.join(folder, 'config') });
  await running.app.evaluate(({ app, shell }) => {
    app.relaunch = () => undefined;
    shell.openPath = () => Promise.resolve('');
    shell.showItemInFolder = () => undefined;
  });
  return running;
};

const givenTo = async ({ page }: Running, folder: string): Promise<Given> => {
  const table = path.join(folder, 'table.csv');
  await copyFile(sampleFile('learners-lusaka.csv'), table);
  const { head } = await page.evaluate(() => fieldcourse.appGetBoot());
  return { folder, table, head };
};

test('every question gets a reply of its shape, and a bad one is refused, logged and survived', async ({
  workspace,
  folder,
}) => {
  const running = await startApart(workspace, folder);
  const { page } = running;
  await answerDialogs(running, { open: folder, save: path.join(folder, 'x.csv') });
  const given = await givenTo(running, folder);
  for (const channel of channels) {
    await test.step(channel, async () => {
      const refusal = await ask(page, channel, requests[channel].bad);
      expect(refusal).toEqual({ refused: `${channel}: the request does not fit its schema` });
      if (ending.includes(channel) || channel === reloading) return;
      const answer = await ask(page, channel, requests[channel].good(given));
      expect(answer).toHaveProperty('reply');
      const parsed = contract[channel].reply.safeParse('reply' in answer ? revived(answer.reply) : undefined);
      expect(parsed.error?.message).toBeUndefined();
      expect(parsed.success).toBe(true);
    });
  }
  expect(await page.evaluate(async () => (await fieldcourse.appGetBoot()).version)).toMatch(/^\d/);
  const log = await readFile(path.join(workspace, 'logs', 'fieldcourse.log'), 'utf8');
  for (const channel of channels) expect(log).toContain(`Refused ${channel}:`);
  expect(log).toContain('A problem made up by a test');
  await running.app.close();
  expect(running.problems).toEqual([]);
});

test(`${reloading} makes the window anew`, async ({ running }) => {
  await running.page.evaluate(() => document.body.setAttribute('data-before', ''));
  void ask(running.page, reloading, undefined).catch(() => undefined);
  await running.page.locator('body:not([data-before]) :is(.step, nav.rail)').first().waitFor();
  expect(await running.page.locator('[data-before]').count()).toBe(0);
});

for (const channel of ending) {
  test(`${channel} ends the app in order`, async ({ workspace, folder }) => {
    const running = await startApart(workspace, folder);
    const given = await givenTo(running, folder);
    const ended = new Promise<number | null>((resolve) => running.app.process().once('exit', resolve));
    void ask(running.page, channel, requests[channel].good(given)).catch(() => undefined);
    expect(await ended).toBe(0);
  });
}

test('expected failures come back as results with a code, not as refusals', async ({ running, folder }) => {
  const missing = path.join(folder, 'no-such-file.csv');
  const answers = await running.page.evaluate(
    (file) =>
      Promise.all([
        fieldcourse.tablesReadTable({ path: file }),
        fieldcourse.filesReadFile({ path: file }),
        fieldcourse.keysReadKeys({ path: file }),
        fieldcourse.keysVerifyPayload({ text: 'FC1:ABC', keys: [] }),
      ]),
    missing,
  );
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual([
    'file-missing',
    'file-missing',
    'file-not-readable',
    'payload-damaged',
  ]);
});
