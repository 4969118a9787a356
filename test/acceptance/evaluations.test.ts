import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReport } from '../../src/pipeline.js';
import { toReportJson } from '../../src/report-json.js';

const REPORTS = '../shared/reports';
const TRUTH = join(REPORTS, 'quanzhou-bigdata-2023-evaluations.truth.json');

describe.skipIf(!existsSync(TRUTH))('self-evaluation tables whose cells are known (skipped without ../shared)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'juesuan-evaluations-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['quanzhou-bigdata-2023-final.txt', 'quanzhou-bigdata-2023-final-rebuilt.pdf'])(
    '%s: all 310 cells are right, nothing is extra',
    async (file) => {
      const output = join(folder, 'read.json');
      const report = toReportJson(await readReport(join(REPORTS, file)));
      writeFileSync(output, JSON.stringify(report));
      const { stdout } = spawnSync(process.execPath, ['scripts/evaluation-accuracy.mjs', output, TRUTH], {
        encoding: 'utf8',
      });
      expect(stdout).toContain('cells 310/310, extra 0');
      expect(report.findings.filter(({ check }) => check === 'evaluation/unread')).toEqual([]);
    },
  );
});
