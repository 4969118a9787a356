import { describe, expect, it } from 'vitest';
import type { Services } from '../../../src/cli/services.js';
import { fakeStore, QUERIES, run } from '../fake-services.js';

const ANSWER = {
  columns: ['agency', 'yuan'],
  rows: [
    ['甲局', 12.5],
    ['乙, 丙', null],
    ['丁', -3],
  ],
};

describe('juesuan query', () => {
  it('lists the ready-made queries without an argument', async () => {
    const { exitCode, stdout } = await run(['query']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('by-year  year [agency]  Expenditure of a year  年度支出\n');
    expect(JSON.parse((await run(['query', '--json'])).stdout)).toEqual(QUERIES);
    expect((await run(['query', '--format', 'csv'])).stdout).toContain(
      'by-year,year [agency],Expenditure of a year,年度支出\r\n',
    );
  });

  it('runs a ready-made query with parameters', async () => {
    const { exitCode, stdout } = await run(['query', 'by-year', '--param', 'year=2023', '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual([{ name: 'by-year', year: '2023' }]);
  });

  it.each([
    ['table', [], 'agency  yuan\n------  ----\n甲局    12.5\n乙, 丙\n丁        -3\n'],
    ['csv', [], 'agency,yuan\r\n甲局,12.5\r\n"乙, 丙",\r\n丁,-3\r\n'],
    ['csv', ['--bom'], '\uFEFFagency,yuan\r\n甲局,12.5\r\n"乙, 丙",\r\n丁,-3\r\n'],
  ])('prints SQL rows as %s %j', async (format, options, expected) => {
    const store = fakeStore(ANSWER);
    const argv = ['query', 'SELECT 1', '--format', format, ...options];
    expect(await run(argv, { openStore: async () => store })).toEqual({ exitCode: 0, stdout: expected, stderr: '' });
    expect(store.closed).toBe(1);
  });

  it('prints SQL rows as JSON objects', async () => {
    const { stdout } = await run(['query', 'SELECT 1', '--json'], { openStore: async () => fakeStore(ANSWER) });
    expect(JSON.parse(stdout)).toEqual([
      { agency: '甲局', yuan: 12.5 },
      { agency: '乙, 丙', yuan: null },
      { agency: '丁', yuan: -3 },
    ]);
  });

  it('refuses JSON that would lose a column', async () => {
    const store = fakeStore({ columns: ['id', 'id'], rows: [[1, 2]] });
    const { exitCode, stdout, stderr } = await run(['query', 'SELECT 1', '--json'], { openStore: async () => store });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('two columns are called "id"');
    expect(store.closed).toBe(1);
  });

  it.each([
    [2, 2, /first 2 rows/],
    [3, 3, /^$/],
  ])('with --limit %i prints %i rows and says when there are more', async (limit, rows, words) => {
    const result = await run(['query', 'SELECT 1', '--limit', String(limit), '--json'], {
      openStore: async () => fakeStore(ANSWER),
    });
    expect(JSON.parse(result.stdout)).toHaveLength(rows);
    expect(result.stderr).toMatch(words);
  });

  it('hands SQL on with its parameters and bounds', async () => {
    const asked: unknown[] = [];
    const askBounded: Services['askBounded'] = async (...question) => {
      asked.push(question);
      return { ...ANSWER, cut: null };
    };
    await run(['query', 'SELECT :a', '--db', 'x.db', '--param', 'a=b=c'], { askBounded });
    await run(['query', 'SELECT 1', '--limit', '7', '--time-limit', '3'], { askBounded });
    expect(asked).toEqual([
      ['x.db', 'SELECT :a', { a: 'b=c' }, { rows: 1_000_000, bytes: 256 * 1024 * 1024, time: 60_000 }],
      ['juesuan.db', 'SELECT 1', {}, { rows: 7, bytes: 256 * 1024 * 1024, time: 3_000 }],
    ]);
  });

  it.each([
    ['rows', [], 1, /not complete: it was cut after 3 rows, at 1000000 rows\. More with --limit/],
    ['rows', ['--limit', '3'], 0, /^Only the first 3 rows are shown/],
    ['bytes', ['--limit', '9'], 1, /not complete: it was cut after 3 rows, at 256 MiB/],
  ] as const)('an answer cut at %s with %j exits with %i', async (cut, options, exitCode, words) => {
    const result = await run(['query', 'SELECT 1', ...options], { askBounded: async () => ({ ...ANSWER, cut }) });
    expect(result.exitCode).toBe(exitCode);
    expect(result.stderr).toMatch(words);
  });

  describe('a ready-made query with more rows than a table shows', () => {
    const rows = Array.from({ length: 2_001 }, (_, at) => [at, '甲']);
    const askNamed: Services['askNamed'] = async () => ({ columns: ['n', 'name'], rows });

    it.each([
      [
        ['--format', 'table'],
        2_000 + 2,
        1,
        /^Only the first 2000 rows are shown; there are more\. --limit 0 shows all/,
      ],
      [['--limit', '0'], 2_001 + 2, 0, /^$/],
      [['--limit', '3'], 3 + 2, 0, /^Only the first 3 rows are shown \(--limit\)/],
      [['--format', 'csv'], 2_001 + 1, 0, /^$/],
      [['--format', 'csv', '--limit', '3'], 3 + 1, 0, /^Only the first 3 rows/],
    ])('%j: %i lines, exit code %i', async (options, lines, exitCode, words) => {
      const result = await run(['query', 'by-year', ...options], { askNamed });
      expect([result.stdout.split('\n').length - 1, result.exitCode]).toEqual([lines, exitCode]);
      expect(result.stderr).toMatch(words);
    });

    it('JSON holds all', async () => {
      const { stdout, stderr, exitCode } = await run(['query', 'by-year', '--json'], { askNamed });
      expect(JSON.parse(stdout)).toEqual(rows.map(([n, name]) => ({ n, name })));
      expect([stderr, exitCode]).toEqual(['', 0]);
    });

    it('as many rows as a table shows are all of them', async () => {
      const exactly: Services['askNamed'] = async () => ({ columns: ['n', 'name'], rows: rows.slice(1) });
      const { stderr, exitCode } = await run(['query', 'by-year'], { askNamed: exactly });
      expect([stderr, exitCode]).toEqual(['', 0]);
    });
  });

  it('tells a name that no query has', async () => {
    const { exitCode, stderr } = await run(['query', 'by-yaer']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/no query "by-yaer"[\s\S]*by-year/);
  });

  it('does not make a database that is not there', async () => {
    const { exitCode, stderr } = await run(['query', 'SELECT 1', '--db', 'gone.db'], { fileExists: async () => false });
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/gone\.db: there is no such database\n\s+Import reports first/);
  });
});
