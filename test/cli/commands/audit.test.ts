import { describe, expect, it } from 'vitest';
import { aScannedReport } from '../../support/report-factory.js';
import { type FakeStore, fakeStore, run } from '../fake-services.js';
import { CLEAN_SAMPLE, SAMPLE } from '../sample-report.js';

/** Report 1: the sample with its findings. Report 2: a clean one of another body. */
function storeWithTwo(): FakeStore {
  const store = fakeStore();
  const options = { programVersion: '1', importedAt: '2024-01-01T00:00:00.000Z', force: false };
  store.save(SAMPLE, options);
  const source = { ...SAMPLE.source, file: 'clean_1.pdf', sha256: 'cd'.repeat(32) };
  store.save({ ...CLEAN_SAMPLE, source, agency: { name: '另一局' } }, options);
  return store;
}

async function audit(...argv: string[]) {
  const store = storeWithTwo();
  const result = await run(['audit', ...argv], { openStore: async () => store });
  expect(store.closed).toBe(1);
  return result;
}

describe('juesuan audit', () => {
  it('shows each report with its quality and its findings, the worst first', async () => {
    const { exitCode, stdout } = await audit();
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      [
        '1. 示例市某局, 2023, final accounts 决算, unit 单位',
        '  demo.pdf, 3 pages',
        '  3 figures: 1 verified (33%), 0 consistent, 1 unverified, 1 disputed, 0 repaired',
        '  1 error, 1 warning, 1 note',
        '  error    expenditure/total  digit-slip  p. 2, 7',
        '           does not add up:',
        '           12.34 and 12.33',
        '  warning  read/dash  p. 2',
        '           a dash',
        '  note     segment/unknown-heading',
        '           a heading is unknown',
        '',
        '2. 另一局, 2023, final accounts 决算, unit 单位',
        '  clean_1.pdf, 3 pages',
        '  3 figures: 1 verified (33%), 0 consistent, 1 unverified, 1 disputed, 0 repaired',
        '  no findings',
        '',
      ].join('\n'),
    );
  });

  it.each([
    [
      'page',
      '  2 of 4 pages read from pictures by pp-ocrv4 (models-1), 1 of low quality, 1 not read\n  2 figures: 1 verified',
    ],
    ['markdown', '- ocr: 2 of 4 pages read from pictures by pp-ocrv4 (models-1), 1 of low quality, 1 not read\n- data'],
    ['json', '"pagesByOcr": 2'],
  ])('says in a %s what read the pages that are pictures', async (format, text) => {
    const store = fakeStore();
    store.save(aScannedReport(), { programVersion: '1', importedAt: '2024-01-01T00:00:00.000Z', force: false });
    const { stdout } = await run(['audit', '--format', format], { openStore: async () => store });
    expect(stdout).toContain(text);
  });

  it.each([
    ['1', [1]],
    ['2', [2]],
    ['clean', [2]],
    ['示例市', [1]],
    ['.pdf', [1, 2]],
  ])('takes "%s" for the reports %j', async (text, ids) => {
    const { stdout } = await audit(text, '--json');
    expect(JSON.parse(stdout).map((report: { id: number }) => report.id)).toEqual(ids);
  });

  it('refuses a text that no report has', async () => {
    const { exitCode, stderr } = await audit('丙局');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('"丙局"');
  });

  it('prints JSON with findings, pages and places', async () => {
    const { stdout } = await audit('1', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject([
      { id: 1, agency: '示例市某局', errors: 1, findings: [{ severity: 'error', pages: [2, 7] }, {}, {}] },
    ]);
  });

  it('prints CSV, one line a finding', async () => {
    const head = 'report,agency,fiscal_year,kind,file,severity,check,diagnosis,pages,message\r\n';
    const { stdout } = await audit('--format', 'csv');
    expect(stdout).toBe(
      `${head}1,示例市某局,2023,final-accounts,demo.pdf,error,expenditure/total,digit-slip,2 7,"does not add up:\n12.34 and 12.33"\r\n` +
        '1,示例市某局,2023,final-accounts,demo.pdf,warning,read/dash,,2,a dash\r\n' +
        '1,示例市某局,2023,final-accounts,demo.pdf,note,segment/unknown-heading,,,a heading is unknown\r\n',
    );
    expect((await audit('--format', 'csv', '--bom')).stdout.startsWith(`\uFEFF${head}`)).toBe(true);
  });

  it('prints Markdown that keeps printed characters', async () => {
    const { stdout } = await audit('--format', 'markdown');
    expect(stdout).toContain('## 示例市某局, 2023, final accounts 决算, unit 单位\n');
    expect(stdout).toContain(
      '### error (1)\n\n- `expenditure/total`, digit-slip, p. 2, 7: does not add up:\n  12.34 and 12.33\n',
    );
    expect(stdout).toContain('- file: clean\\_1.pdf (3 pages');
  });

  it.each([
    ['1', 1],
    ['2', 0],
  ])('with --strict on report %s exits with %i', async (id, exitCode) => {
    expect((await audit(id, '--strict')).exitCode).toBe(exitCode);
  });

  it('says when nothing is stored', async () => {
    const { exitCode, stdout, stderr } = await run(['audit', '--json']);
    expect([exitCode, JSON.parse(stdout)]).toEqual([0, []]);
    expect(stderr).toContain('No report is stored yet');
  });

  it('needs a database', async () => {
    expect((await run(['audit'], { fileExists: async () => false })).exitCode).toBe(3);
  });
});
