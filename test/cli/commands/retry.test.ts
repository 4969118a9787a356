import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeRuns, fakeStore, run } from '../fake-services.js';
import { CLEAN_SAMPLE } from '../sample-report.js';

const ELSEWHERE = resolve('/reports/2023/a.pdf');

/** Runs `juesuan retry` over a record that left these files; gives the files that were hashed, hence looked for. */
async function retried(left: readonly string[], argv: readonly string[] = []) {
  const [hashed, asked]: [string[], (number | null)[]] = [[], []];
  const items = left.map((file) => ({
    ...{ runId: 1, file, sha256: null, state: 'failed', attempts: 1, startedAt: '2026-01-01T00:00:00Z' },
    ...{ seconds: 1, errorClass: 'Error', reason: 'it failed', remedy: 'Try again.' },
  }));
  const result = await run(['retry', ...argv], {
    reports: Object.fromEntries([...left, 'below/b.pdf'].map((file) => [file, CLEAN_SAMPLE])),
    openStore: async () => fakeStore(),
    openImportRuns: async () => ({
      ...fakeRuns(),
      unsettled: (of) => {
        asked.push(of);
        return items;
      },
    }),
    readFileHash: async (file) => {
      hashed.push(file);
      return Buffer.from(file).toString('hex').padEnd(64, '0').slice(0, 64);
    },
  });
  return { ...result, hashed, asked };
}

describe('juesuan retry', () => {
  it('finds what another folder of work left by its absolute path, and names what lies below this one as a user here would', async () => {
    const { exitCode, hashed } = await retried([ELSEWHERE, resolve('below/b.pdf')]);
    expect(exitCode).toBe(0);
    expect(new Set(hashed)).toEqual(new Set([ELSEWHERE, 'below/b.pdf']));
  });

  it('takes one run, or all', async () => {
    expect((await retried([ELSEWHERE], ['7'])).asked).toEqual([7]);
    expect((await retried([ELSEWHERE])).asked).toEqual([null]);
  });

  it('says that nothing is left', async () => {
    const { exitCode, stderr, hashed } = await retried([]);
    expect([exitCode, stderr, hashed]).toEqual([0, 'Nothing failed and nothing was left undone.\n', []]);
  });
});
