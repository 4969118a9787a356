import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { verdictOn } from '../../src/batch/attempts.js';
import type { DocumentImporter } from '../../src/batch/job.js';
import { processImporter } from '../../src/batch/process-importer.js';
import { DamagedPdfError, InputError, JuesuanError } from '../../src/errors.js';

const program = fileURLToPath(new URL('made-worker.ts', import.meta.url));
const JOB = { database: 'x.db', reading: {}, programVersion: '1', importedAt: '2026-01-01T00:00:00Z', force: false };
const LIMITS = { time: 20_000, memory: 400 << 20 };

let importer: DocumentImporter | null = null;
const pool = (processes: number, limits: Partial<typeof LIMITS> = {}): DocumentImporter => {
  importer = processImporter({ processes, limits: { ...LIMITS, ...limits }, program });
  return importer;
};
const run = (by: DocumentImporter, file: string) => by.run({ ...JOB, file }, () => {});
/** The worker that took a document: the made one answers with its number in the place of the pages. */
const processOf = async (by: DocumentImporter, file: string) => (await run(by, file)).pages;

afterEach(async () => {
  await importer?.close();
  importer = null;
});

describe('documents in processes of their own', () => {
  it('are read one after the other by the same process, and progress is told', async () => {
    const by = pool(1);
    const told: unknown[] = [];
    const first = await by.run({ ...JOB, file: 'a' }, (progress) => told.push(progress));
    expect(told).toEqual([{ file: 'a', done: 1, of: 1 }]);
    expect(await processOf(by, 'b')).toBe(first.pages);
  });

  it.each([
    ['hangs', { time: 300 }, 'TimeLimitError', 'it took more than 0.3 s'],
    ['crashes', {}, 'WorkerEndedError', 'SIGSEGV'],
    ['leaves', {}, 'WorkerEndedError', 'exit code 3'],
    ...(process.platform === 'linux' ? [['fills', {}, 'MemoryLimitError', '400 MB'] as const] : []),
  ] as const)('one that %s costs its process, and the next is read by another', async (file, limits, name, words) => {
    const by = pool(1, limits);
    const before = await processOf(by, 'good');
    const failure = await run(by, file).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(InputError);
    expect(failure).toMatchObject({ name, file, exitCode: 3 });
    expect((failure as InputError).reason).toContain(words);
    expect((failure as InputError).remedy).not.toBe('');
    const after = await processOf(by, 'good too');
    expect(after).not.toBe(before);
  });

  it('a document whose pictures are read has the time of a page besides', async () => {
    const by = pool(1, { time: 400 });
    const patient = await by.run(
      { ...JOB, file: 'reads a picture for 900 ms', reading: { timeout: 10_000 } },
      () => {},
    );
    expect(patient.outcome).toBe('stored');
    const hasty = by.run({ ...JOB, file: 'reads a picture for 900 ms', reading: { timeout: 1 } }, () => {});
    await expect(hasty).rejects.toMatchObject({ name: 'TimeLimitError' });
  });

  it('errors of reading arrive with name, reason and remedy, faults of the program with their trace, and cost no process', async () => {
    const by = pool(1);
    const before = await processOf(by, 'good');
    const damaged = new DamagedPdfError('damaged', 'no pages');
    const { name, message, reason, remedy } = damaged;
    await expect(run(by, 'damaged')).rejects.toMatchObject({ name, message, reason, remedy, exitCode: 3 });
    const bug = await run(by, 'bug').catch((error: unknown) => error);
    expect(bug).not.toBeInstanceOf(JuesuanError);
    expect(bug).toMatchObject({ name: 'TypeError', message: 'x of null' });
    expect((bug as Error).stack).toContain('made-worker');
    expect(await processOf(by, 'good')).toBe(before);
  });

  it('a bad one stops no other', async () => {
    const by = pool(2, { time: 3000 });
    const ends = await Promise.allSettled(
      ['a', 'crashes', 'b', 'hangs', 'c', 'damaged', 'd'].map((file) => run(by, file)),
    );
    expect(ends.map(({ status }) => status)).toEqual([
      ...['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'],
    ]);
  });

  it('a process that does not start speaks against no document', async () => {
    importer = processImporter({ processes: 1, limits: LIMITS, program: '/no/such/program.js' });
    const failure = await run(importer, 'good').catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'WorkerStartError', exitCode: 4 });
    expect(verdictOn(failure, 1, 9)).toBe('failed');
  });

  it('closing gives up what is in work and begins nothing', async () => {
    const by = pool(1);
    const hanging = run(by, 'hangs');
    const waiting = run(by, 'a');
    const ends = Promise.allSettled([hanging, waiting]);
    await by.close();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
