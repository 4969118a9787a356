import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { PageReader } from '../../../../src/extract/ocr/page-reader.js';
import { workerPool } from '../../../../src/extract/ocr/workers/worker-pool.js';
import { greyLine, greyPage, ocrPage, run } from '../made-pages.js';
import { DO, gone, madeWorker } from './made-worker.js';

const { program, folder, remove } = madeWorker();
const pools: PageReader[] = [];

function pool(workers = 1, timeout = 60_000): PageReader {
  const made = workerPool({ workers, timeout, program });
  pools.push(made);
  return made;
}

afterEach(async () => {
  for (const made of pools.splice(0)) await made.close();
});
afterAll(remove);

/** The id of the process that read. */
async function readBy(reader: PageReader, what: number = DO.answer): Promise<number> {
  return Number((await reader.read(greyPage(what))).page.ocr.model);
}

describe('a worker', () => {
  test('answers every kind of question, in a process of its own', async () => {
    const reader = pool();
    const { page, images } = await reader.read(greyPage(DO.answer));
    expect(Number(page.ocr.model)).not.toBe(process.pid);
    expect(images).toEqual(
      new Map([[2, { image: { width: 1, height: 1, data: new Uint8Array([9]) }, kind: 'number' }]]),
    );
    expect((await reader.engines()).reason).toBe('made');
    expect((await reader.readAgain([greyLine(3), greyLine(4)]))?.map(({ text }) => text)).toEqual(['3', '4']);
    const again = await reader.cutAgain(greyPage(7), ocrPage([run('1'), run('2')]));
    expect([...again.keys()]).toEqual([0, 1]);
    expect(again.get(1)?.image.data).toEqual(new Uint8Array(24).fill(7));
  });

  test('is kept for the next page', async () => {
    const reader = pool();
    expect(await readBy(reader)).toBe(await readBy(reader));
  });

  test('that talks disturbs nothing', async () => {
    expect(await readBy(pool(), DO.talk)).toBeGreaterThan(0);
  });
});

describe('what fails costs one page', () => {
  test.each([
    ['ends in the middle', DO.exit, /exit code 3/],
    ['is killed in the middle', DO.killItself, /SIGKILL/],
  ])('a worker that %s fails its page with the reason, and another takes the next', async (_, what, reason) => {
    const reader = pool();
    const before = await readBy(reader);
    await expect(readBy(reader, what)).rejects.toThrow(reason);
    expect(await readBy(reader)).not.toBe(before);
  });

  test('pages of other workers are read meanwhile', async () => {
    const reader = pool(2);
    const asked = [DO.answer, DO.exit, DO.answer, DO.killItself, DO.answer, DO.answer].map((what) =>
      readBy(reader, what),
    );
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
  });

  test.each([
    ['hangs', DO.hang],
    ['hangs and does not listen', DO.hangAndIgnoreSignals],
  ])('a worker that %s is ended after the time set, and replaced', async (_, what) => {
    const patient = pool(1, 60_000);
    // A worker needs its time to start on a busy machine: the short time is that of a page which never comes.
    const reader = pool(1, 3_000);
    const before = await readBy(reader);
    await expect(readBy(reader, what)).rejects.toThrow('reading the picture took more than 3 s and was given up');
    await gone(before);
    expect(await readBy(patient)).not.toBe(before);
    expect(await readBy(reader)).not.toBe(before);
  });

  test('a worker that cannot read a picture says why, and goes on', async () => {
    const reader = pool();
    const before = await readBy(reader);
    await expect(readBy(reader, DO.refuse)).rejects.toThrow(`this picture cannot be read by ${before}`);
    expect(await readBy(reader)).toBe(before);
  });

  test('an answer to another question is an error', async () => {
    await expect(readBy(pool(), DO.answerAnotherQuestion)).rejects.toThrow("the answer 'readings' to another question");
  });

  test('a worker that ends while it rests costs none', async () => {
    const reader = pool();
    const before = await readBy(reader, DO.answerAndExit);
    await gone(before);
    await turn();
    expect(await readBy(reader)).not.toBe(before);
  });

  test('a program that is not there fails each page', async () => {
    const reader = workerPool({ workers: 1, timeout: 60_000, program: new URL('nowhere.mjs', program) });
    pools.push(reader);
    for (const _ of [1, 2]) await expect(readBy(reader)).rejects.toThrow('the process that reads pictures ended');
  });
});

test.each([1, 2])('%i workers at most read at the same time', async (workers) => {
  const reader = pool(workers);
  const processes = await Promise.all(Array.from({ length: 8 }, () => readBy(reader)));
  expect(new Set(processes).size).toBeLessThanOrEqual(workers);
});

describe('the end', () => {
  test('closing ends all workers, resting and at work', async () => {
    const reader = pool(2);
    const processes = await Promise.all(Array.from({ length: 4 }, () => readBy(reader)));
    // Two at work, and one that waits for its turn.
    const failures = Promise.allSettled([DO.hang, DO.hang, DO.answer].map((what) => readBy(reader, what)));
    await reader.close();
    expect((await failures).map((outcome) => outcome.status === 'rejected' && String(outcome.reason))).toEqual([
      expect.stringContaining('the process that reads pictures ended'),
      expect.stringContaining('the process that reads pictures ended'),
      'Error: the reading of pictures was ended before this one was read',
    ]);
    for (const worker of new Set(processes)) await gone(worker);
  });

  test('a pool that read nothing is closed, twice if need be', async () => {
    const reader = pool();
    await reader.close();
    await expect(reader.close()).resolves.toBeUndefined();
  });

  test('a worker at rest does not keep the program, and ends with it', async () => {
    const source = pathToFileURL('src/extract/ocr/workers/worker-pool.ts');
    const script = join(folder, 'program.mts');
    writeFileSync(
      script,
      `import { workerPool } from ${JSON.stringify(source.href)};
       const pool = workerPool({ workers: 1, timeout: 60_000, program: new URL(${JSON.stringify(program.href)}) });
       const image = { width: 1, height: 1, data: new Uint8Array(1), dpi: 72, source: 'file', bilevel: false };
       console.log((await pool.read(image)).page.ocr.model);`,
    );
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], { timeout: 50_000 });
    expect(stdout).toMatch(/^\d+\n$/);
    await gone(Number(stdout));
  });
});
