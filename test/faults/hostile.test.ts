import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFile, ownerPasswordPdf, randomBytes, userPasswordPdf } from '../support/hostile.js';
import { bombs } from '../support/hostile-pdfs/bombs.js';
import type { HostileFile } from '../support/hostile-pdfs/hostile-file.js';
import { pages } from '../support/hostile-pdfs/pages.js';
import { structures } from '../support/hostile-pdfs/structures.js';
import { isEmpty } from '../support/mutator/compare.js';
import { type Ended, type ReadingProcess, readingProcess } from '../support/reading-process.js';

/** What a document may take; the time is wall clock on a machine that does other things as well. */
const LIMITS = { milliseconds: 60_000, megabytes: 1000 };
/** Files that nothing inside of the reading bounds: the process that reads them is killed, after this time here. */
const KILLED_AFTER = { milliseconds: 3000, megabytes: 1000 };
const UNBOUNDED: ReadonlySet<string> = new Set(['a pattern that paints itself', 'many small bombs on one page']);

const folder = mkdtempSync(join(tmpdir(), 'juesuan-hostile-'));
let bounded: ReadingProcess;
let unbounded: ReadingProcess;

beforeAll(() => {
  bounded = readingProcess(LIMITS);
  unbounded = readingProcess(KILLED_AFTER);
});
afterAll(() => {
  bounded.close();
  unbounded.close();
  rmSync(folder, { recursive: true });
});

function ending(by: ReadingProcess, { bytes }: HostileFile): Promise<Ended> {
  const file = join(folder, 'report.pdf');
  writeFileSync(file, bytes);
  return by.read({ file, pictures: true });
}

async function plainFiles(): Promise<readonly HostileFile[]> {
  const head = Buffer.from('%PDF-1.7\n');
  const end = Buffer.from('\nstartxref\n9\n%%EOF\n');
  return [
    { name: 'no bytes', bytes: emptyFile() },
    { name: 'random bytes', bytes: randomBytes(100_000) },
    { name: 'random bytes behind a header', bytes: Buffer.concat([head, randomBytes(100_000)]) },
    { name: 'random bytes between a header and an end', bytes: Buffer.concat([head, randomBytes(100_000), end]) },
    { name: 'a password', bytes: await userPasswordPdf() },
    { name: 'a password of the owner, AES', bytes: await ownerPasswordPdf('AES-256') },
    { name: 'a password of the owner, RC4', bytes: await ownerPasswordPdf('RC4-128') },
  ];
}

const BOMBS: ReadonlySet<string> = new Set(bombs().map(({ name }) => name));
const files = [...(await plainFiles()), ...bombs(), ...structures(), ...pages()];

describe('a file made to do harm ends with an error that says what to do, or with a finding', () => {
  test.each(files.filter(({ name }) => !UNBOUNDED.has(name)))('$name', async (file) => {
    const ended = await ending(bounded, file);
    // What inflates without end is refused before it is inflated.
    if (BOMBS.has(file.name)) expect(ended).toHaveProperty('name', 'TooLargeError');
    if (ended.ended === 'report') {
      expect(isEmpty(ended.report)).toBe(false);
      expect(ended.report.findings).not.toEqual([]);
    } else {
      expect(ended).toMatchObject({ ended: 'error', exitCode: 3, name: expect.stringMatching(/Error$/) });
      expect(ended).toHaveProperty('remedy', expect.stringMatching(/^[A-Z`].{15,}\.$/));
    }
  });

  test.each(files.filter(({ name }) => UNBOUNDED.has(name)))('$name: the process is killed', async (file) => {
    const ended = await ending(unbounded, file);
    expect(ended.ended).toBe('killed');
    expect(ended.peakMegabytes).toBeLessThan(LIMITS.megabytes * 1.3);
  });
});
