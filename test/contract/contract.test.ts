import { describe, expect, it } from 'vitest';
import { channels } from '#shared/ipc/channels.ts';
import { contract } from '#shared/ipc/contract.ts';
import type { Given } from './requests.ts';
import { requests } from './requests.ts';

const given: Given = { folder: '/tmp/x', table: '/tmp/x/table.csv', head: { seq: 0, hash: '0'.repeat(64) } };

describe('the contract', () => {
  it('has a schema for each channel and no other', () => {
    expect(Object.keys(contract).sort()).toEqual([...channels].sort());
    expect(Object.keys(requests).sort()).toEqual([...channels].sort());
  });

  it('gives each channel a method name of its own', () => {
    const names = channels.map((channel) =>
      channel.replace(/[:-](\w)/g, (_match, letter: string) => letter.toUpperCase()),
    );
    expect(new Set(names).size).toBe(channels.length);
  });

  for (const channel of channels) {
    it(`${channel} takes the good request and refuses the bad one`, () => {
      const { request } = contract[channel];
      expect(request.safeParse(requests[channel].good(given)).success).toBe(true);
      expect(request.safeParse(requests[channel].bad).success).toBe(false);
    });
  }
});
