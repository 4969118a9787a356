import { describe, expect, it } from 'vitest';
import { reportJsonSchema, toReportJson } from '../../../src/report-json.js';
import { aScannedReport } from '../../support/report-factory.js';
import { run } from '../fake-services.js';
import { CLEAN_SAMPLE, SAMPLE } from '../sample-report.js';

describe('juesuan read', () => {
  it('shows what the report is, its statements with counts, its findings from the worst on', async () => {
    const { exitCode, stdout, stderr } = await run(['read', 'demo.pdf']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      [
        '示例市某局, 2023, final accounts 决算, unit 单位',
        'file     demo.pdf',
        `sha256   ${'ab'.repeat(32)}`,
        'region   350500 泉州市',
        'pages    3; not read, OCR needed: 3',
        'quality  3 figures: 1 verified (33%), 0 consistent, 1 unverified, 1 disputed, 0 repaired',
        'checks   0 hold, 1 fail, 0 could not run',
        '',
        'statement   kind         pages  rows  figures  verified  consistent  unverified  disputed  repaired',
        '----------  -----------  -----  ----  -------  --------  ----------  ----------  --------  --------',
        '支出决算表  expenditure  2         2        3         1           0           1         1         0',
        '',
        'Findings: 1 error, 1 warning, 1 note',
        '  error    expenditure/total  digit-slip  p. 2, 7',
        '           does not add up:',
        '           12.34 and 12.33',
        '  warning  read/dash  p. 2',
        '           a dash',
        '  note     segment/unknown-heading',
        '           a heading is unknown',
        '',
      ].join('\n'),
    );
  });

  it('says what read the pages that are pictures, and counts repaired figures', async () => {
    const { stdout } = await run(['read', 'demo.pdf'], { reports: { 'demo.pdf': aScannedReport() } });
    expect(stdout).toContain(
      'pages    4; not read, OCR needed: 3\n' +
        'ocr      2 of 4 pages read from pictures by pp-ocrv4 (models-1), 1 of low quality, 1 not read\n' +
        'quality  2 figures: 1 verified (50%), 0 consistent, 0 unverified, 0 disputed, 1 repaired\n',
    );
  });

  it('prints the contract as JSON', async () => {
    const { exitCode, stdout } = await run(['read', 'demo.pdf', '--json']);
    expect(exitCode).toBe(0);
    expect(reportJsonSchema.parse(JSON.parse(stdout))).toEqual(toReportJson(SAMPLE));
  });

  it.each([
    ['a failing check', SAMPLE, ['--strict'], 1],
    ['a failing check, not strict', SAMPLE, [], 0],
    ['no failing check', CLEAN_SAMPLE, ['--strict'], 0],
  ])('with %s exits with the right code', async (_name, report, options, exitCode) => {
    const reports = { 'demo.pdf': report };
    expect((await run(['read', 'demo.pdf', ...options], { reports })).exitCode).toBe(exitCode);
    expect((await run(['read', 'demo.pdf', '--json', ...options], { reports })).exitCode).toBe(exitCode);
  });

  it('says what is unknown and what is missing', async () => {
    const nothing = { ...CLEAN_SAMPLE, agency: null, fiscalYear: null, kind: null, scope: null, statements: [] };
    const { stdout } = await run(['read', 'demo.pdf'], { reports: { 'demo.pdf': nothing } });
    expect(stdout).toContain('unknown agency, unknown year, unknown kind, unknown scope\n');
    expect(stdout).toContain('No statement was found.\n');
    expect(stdout).toContain('Findings: no findings\n');
  });

  it.each([
    [true, {}, true],
    [true, { NO_COLOR: '1' }, false],
    [false, {}, false],
  ])('colours only a terminal (%s, %j: %s)', async (isTerminal, environment, coloured) => {
    let stdout = '';
    const write = (text: string) => {
      stdout += text;
    };
    await run(['read', 'demo.pdf'], { stdout: { write, isTerminal, columns: 80 }, environment });
    expect(stdout.includes('\u001b[31m')).toBe(coloured);
  });
});
