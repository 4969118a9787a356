import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { VerifiedReport } from '../../src/verify/check.js';
import { differenceOf, isEmpty } from '../support/mutator/compare.js';
import { mutate } from '../support/mutator/mutate.js';
import { classical, compact, plain } from '../support/mutator/sources.js';
import { readingProcess } from '../support/reading-process.js';

/** How many damaged files are made of each source. */
const SEEDS = 75;
const MINUTES = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'juesuan-mutations-'));
const reading = readingProcess({ milliseconds: MINUTES, megabytes: 1000 });
afterAll(() => {
  reading.close();
  rmSync(folder, { recursive: true });
});

const SOURCES = [
  { name: 'objects in streams, three tables', make: () => compact('lanze-water-2023-budget', [12, 13, 14]) },
  { name: 'nothing compressed, three tables', make: () => plain('lanze-water-2022-final', [5, 12, 15]) },
  { name: 'ruled by a browser, two tables', make: () => classical('quanzhou-bigdata-2023-final-rebuilt', [10, 17]) },
  { name: 'a table over two pages', make: () => compact('shenjiang-data-2024-final', [5, 6, 17]) },
];

/** What is wrong with how damaged files ended, one line each; empty when nothing is. */
async function faultsOf(bytes: Uint8Array): Promise<{ readonly faults: readonly string[]; readonly silent: number }> {
  const sound = await read(bytes);
  if (sound.ended !== 'report') return { faults: [`the sound file ended as ${JSON.stringify(sound)}`], silent: 0 };
  const faults: string[] = [];
  let silent = 0;
  for (let seed = 0; seed < SEEDS; seed++) {
    const { name, bytes: damaged } = mutate(bytes, seed);
    const ended = await read(damaged);
    const say = (fault: string): void => void faults.push(`seed ${seed}, ${name}: ${fault}`);
    if (ended.ended === 'report') {
      for (const fault of faultsOfReport(sound.report, ended.report)) say(fault);
      if (isSilent(sound.report, ended.report)) silent++;
    } else if (ended.ended !== 'error') say(`${ended.ended} (${ended.why})`);
    else if (ended.exitCode !== 3 || ended.remedy === '') say(`${ended.name} ${ended.exitCode} ${ended.message}`);
  }
  return { faults, silent };
}

function read(bytes: Uint8Array) {
  const file = join(folder, 'report.pdf');
  writeFileSync(file, bytes);
  return reading.read({ file, pictures: false });
}

function faultsOfReport(sound: VerifiedReport, damaged: VerifiedReport): readonly string[] {
  const { falselyVerified } = differenceOf(sound, damaged);
  const empty = isEmpty(damaged) ? ['an empty report'] : [];
  return [...empty, ...falselyVerified.map((figure) => `${figure} counts as verified and no sum holds with it`)];
}

/** Figures are lost or others and no finding says so. */
function isSilent(sound: VerifiedReport, damaged: VerifiedReport): boolean {
  const { changed, lost, told } = differenceOf(sound, damaged);
  return !told && changed.length + lost.length > 0;
}

describe(`each of ${SEEDS} damaged files ends with an error, a finding or a right report`, () => {
  test.each(SOURCES)('$name', { timeout: 10 * MINUTES }, async ({ make }) => {
    const { faults, silent } = await faultsOf(await make());
    expect(faults).toEqual([]);
    // A page that is put in the place of another one, or a content that breaks off at the end of a table, looks like a report.
    expect(silent).toBeLessThanOrEqual(SEEDS * 0.04);
  });
});
