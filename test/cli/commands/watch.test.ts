import { expect, test } from 'vitest';
import type { SeenDocument } from '../../../src/cli/watch/settled.js';
import { NotFoundError, TimeLimitError } from '../../../src/errors.js';
import { type FakeStore, fakeStore, run } from '../fake-services.js';
import { CLEAN_SAMPLE } from '../sample-report.js';

const document = (file: string, size = 5, obstacle: string | null = null): SeenDocument => ({
  file,
  size,
  modified: 1,
  obstacle,
});
const report = (file: string) => {
  const sha256 = Buffer.from(file).toString('hex').padEnd(64, '0');
  return { ...CLEAN_SAMPLE, source: { ...CLEAN_SAMPLE.source, file, sha256 } };
};

/** Watches a folder that shows at each look what `folder` says, 5 s apart; Ctrl-C after the last. */
async function watched(
  argv: readonly string[],
  folder: readonly (readonly SeenDocument[] | Error)[],
  services: Parameters<typeof run>[1] = {},
  store: FakeStore = fakeStore(),
) {
  const controller = new AbortController();
  let look = 0;
  let now = 0;
  const result = await run(['watch', 'in', ...argv], {
    reports: { 'a.pdf': report('a.pdf'), 'b.pdf': report('b.pdf'), 'slow.pdf': new TimeLimitError('slow.pdf', 120) },
    openStore: async () => store,
    interruptible: () => controller.signal,
    now: () => now,
    lookInto: async () => {
      const seen = folder[look++] ?? [];
      if (seen instanceof Error) throw seen;
      return seen;
    },
    pause: async (milliseconds) => {
      now += milliseconds;
      if (look >= folder.length) controller.abort();
    },
    ...services,
  });
  return { ...result, files: store.reports().map(({ file }) => file), looks: look };
}

test('imports what settled, a batch a run, and ends with 0 when it is stopped while it waits', async () => {
  const a = document('a.pdf');
  const b = document('b.pdf');
  const { exitCode, stderr, stdout, files } = await watched([], [[a], [a], [a, b], [a, b], [a, b]]);
  expect([exitCode, stdout, files]).toEqual([0, '', ['a.pdf', 'b.pdf']]);
  expect(stderr).toBe('stored    a.pdf (0.0 s)\n1 settled: 1 stored\nstored    b.pdf (0.0 s)\n1 settled: 1 stored\n');
});

test('with --json each batch is one line', async () => {
  const { stdout } = await watched(['--json'], [[document('a.pdf')], [document('a.pdf')], [document('a.pdf')]]);
  expect(JSON.parse(stdout)).toMatchObject({ totals: { stored: 1 }, documents: [{ report: { id: 1 } }] });
});

test('what failed for a reason that may pass is read again, after ten minutes', async () => {
  const look = [document('slow.pdf')];
  const { exitCode, stderr } = await watched(['--every', '300'], [look, look, look, look, look]);
  expect(exitCode).toBe(1);
  expect(stderr.match(/^failed/gm)).toHaveLength(2);
});

test('what cannot be opened is told once and waited for', async () => {
  const locked = [document('a.pdf', 5, 'it is locked')];
  const free = [document('a.pdf')];
  const { exitCode, stderr, files } = await watched([], [locked, locked, locked, free, free, free]);
  expect([exitCode, files]).toEqual([0, ['a.pdf']]);
  expect(stderr.match(/waits {5}a\.pdf: it is locked/g)).toHaveLength(1);
});

test('an import that took long does not put off the next look', async () => {
  let now = 0;
  const pauses: number[] = [];
  const controller = new AbortController();
  const look = [document('a.pdf')];
  await watched([], [look, look, look, look], {
    interruptible: () => controller.signal,
    now: () => now,
    pause: async (milliseconds) => {
      now += milliseconds;
      if (pauses.push(milliseconds) === 4) controller.abort();
    },
    processImporter: async () => ({
      run: async () => {
        now += 100_000;
        return { outcome: 'stored', pages: 1, ocrPages: 0, engine: null, statements: 0, findings: 0 };
      },
      close: async () => {},
    }),
  });
  expect(pauses).toEqual([5000, 5000, 5000, 5000]);
});

test('--once ends when all is settled', async () => {
  const look = [document('a.pdf')];
  const { exitCode, files, looks } = await watched(['--once'], [look, look, look, look, look]);
  expect([exitCode, files, looks]).toEqual([0, ['a.pdf'], 3]);
});

test('--once leaves what never settles, says so, and exits with 1', async () => {
  const growing = Array.from({ length: 20 }, (_, size) => [document('a.pdf', size)]);
  const { exitCode, stderr, files } = await watched(['--once'], growing);
  expect([exitCode, files]).toEqual([1, []]);
  expect(stderr).toBe('left      a.pdf: it is still changing\n');
});

test('a folder that vanishes ends the watch with 3', async () => {
  const { exitCode, stderr } = await watched([], [[], new NotFoundError('in', 'the folder is gone')]);
  expect([exitCode, stderr]).toEqual([3, expect.stringContaining('juesuan: in: the folder is gone')]);
});

test('Ctrl-C in a batch ends with 130', async () => {
  const controller = new AbortController();
  const look = [document('a.pdf')];
  const { exitCode, files } = await watched([], [look, look, look, look], {
    interruptible: () => controller.signal,
    processImporter: async () => ({
      run: () => {
        controller.abort();
        return new Promise(() => {});
      },
      close: async () => {},
    }),
  });
  expect([exitCode, files]).toEqual([130, []]);
});

test('--verbose in a pipe gives log lines alone, each of a document with its name', async () => {
  const look = [document('a.pdf'), document('slow.pdf'), document('b.pdf', 5, 'it is locked')];
  const { stderr } = await watched(['--verbose'], [look, look, look]);
  const lines = stderr
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.filter(({ msg }) => !/^batch/.test(msg)).every(({ document: name }) => /\.pdf$/.test(name))).toBe(true);
  expect(lines.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['stored', 'failed', 'waits']));
});
