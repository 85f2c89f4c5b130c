import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/contract/**/*.test.ts', 'test/migrations/**/*.test.ts'],
    environment: 'node',
    watch: false,
    reporters: process.env['CI'] ? ['default'] : ['dot'],
    maxWorkers: 2,
    testTimeout: 60_000,
    expect: { requireAssertions: true },
    env: { TZ: 'UTC' },
  },
});
