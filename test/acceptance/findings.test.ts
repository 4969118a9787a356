import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/normalize/report.js';
import { readReport } from '../../src/pipeline.js';

const FOLDER = '../shared/reports';

/**
 * Every error and warning on the real reports, each with a judgement that was made by looking at the page. A new one has to be looked at
 * and written down; a false one is a bug of ours. No words of the reports stand in the list.
 */
const judged = readFileSync(new URL('findings.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'));

function keyOf({ severity, check, diagnosis, places }: Finding): string {
  const pages = [...new Set(places.map(({ page }) => page))].sort((a, b) => a - b).join(' ');
  return [severity, check, diagnosis ?? '', pages].join('\t');
}

const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => /\.(pdf|txt)$/.test(name)) : [];

describe.skipIf(files.length === 0)('errors and warnings on real reports (skipped without ../shared)', () => {
  it.each(files)('%s: each is known and true', async (file) => {
    const { findings } = await readReport(`${FOLDER}/${file}`);
    const grave = findings.filter(({ severity }) => severity !== 'note').map(keyOf);
    const expected = judged.filter(([name]) => name === file).map((cells) => cells.slice(1, 5).join('\t'));
    expect(grave.sort()).toEqual(expected.sort());
  });
});

it('has no false one among them, and a reason for each', () => {
  expect(judged.length).toBeGreaterThan(30);
  expect(judged.filter(([, , , , , verdict, reason]) => verdict !== 'true' || !reason)).toEqual([]);
});
