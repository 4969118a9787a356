import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTextDump } from '../../../../src/extract/text/read.js';
import { readEvaluations } from '../../../../src/normalize/evaluation/read-evaluations.js';
import { evaluationText } from '../evaluation-text.js';

const FOLDER = 'test/normalize/evaluation/aligned';
const TRUTH = '../shared/reports/quanzhou-bigdata-2023-evaluations.truth.json';

/** The last pages of a sample, as `pdftotext -layout` (poppler 22.12) printed them. */
function read(name: string) {
  const file = join(FOLDER, `${name}-layout.txt`);
  return readEvaluations(readTextDump(readFileSync(file), file).blocks, []);
}

describe('self-evaluation tables in dumps that align columns by blanks', () => {
  // What the goldens hold is what the samples' PDFs print, cell by cell: rows cut by a page, merged and wrapped cells among them.
  it.each(['quanzhou', 'lanze'])('%s: reads what its PDF prints, and nothing is left unread', async (name) => {
    const { evaluations, findings } = read(name);
    await expect(evaluations.map(evaluationText).join('\n')).toMatchFileSnapshot(
      `../../../golden/${name}-layout-evaluations.txt`,
    );
    expect(findings).toEqual([]);
  });

  it.skipIf(!existsSync(TRUTH))(
    'Quanzhou: all 310 cells are right, nothing is extra (skipped without ../shared)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'juesuan-layout-'));
      const output = join(folder, 'read.json');
      writeFileSync(output, JSON.stringify(read('quanzhou')));
      const { stdout } = spawnSync(process.execPath, ['scripts/evaluation-accuracy.mjs', output, TRUTH], {
        encoding: 'utf8',
      });
      rmSync(folder, { recursive: true });
      expect(stdout).toContain('cells 310/310, extra 0');
    },
  );
});
