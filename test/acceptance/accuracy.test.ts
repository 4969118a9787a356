import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReport } from '../../src/pipeline.js';
import { toReportJson } from '../../src/report-json.js';

const SHARED = '../shared';
const SCORER = join(SHARED, 'tools/score.mjs');
const SCORED_FORM = /^(FA|B)0\d$/;
const LAST_LINE = /cells (\d+)\/(\d+) .*silent errors (\d+); extra values (\d+)/;

/** The report, and what is true of it. */
type Truth = readonly [report: string, truth: string];

/** The truth files of a folder that hold scored forms, as `scripts/accuracy.mjs` finds them. */
function truths(truthFolder: string, reportFolder: string): Truth[] {
  if (!existsSync(truthFolder)) return [];
  return readdirSync(truthFolder)
    .filter((name) => name.endsWith('.truth.json'))
    .map((name) => join(truthFolder, name))
    .flatMap((truth) => {
      const { file, statements }: { file: string; statements?: { form: string }[] } = JSON.parse(
        readFileSync(truth, 'utf8'),
      );
      return statements?.some(({ form }) => SCORED_FORM.test(form)) ? [[join(reportFolder, file), truth] as const] : [];
    });
}

describe.skipIf(!existsSync(SCORER))('reports whose cells are known (skipped without ../shared)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'juesuan-acceptance-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([...truths(join(SHARED, 'reports'), join(SHARED, 'reports')), ...truths('samples/truth', 'samples')])(
    '%s: every cell is right, nothing is extra, no wrong value is called verified',
    async (report, truth) => {
      const output = join(folder, 'read.json');
      writeFileSync(output, JSON.stringify(toReportJson(await readReport(report))));
      const { stdout, stderr } = spawnSync(process.execPath, [SCORER, output, truth, '--verbose'], {
        encoding: 'utf8',
      });
      const [right = 0, total = 0, silent, extra] = (LAST_LINE.exec(stdout) ?? []).slice(1).map(Number);
      expect({ wrong: total - right, silent, extra }, `${stdout}${stderr}`).toEqual({ wrong: 0, silent: 0, extra: 0 });
      expect(total).toBeGreaterThan(300);
    },
  );
});
