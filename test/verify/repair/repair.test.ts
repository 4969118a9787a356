import { describe, expect, it } from 'vitest';
import type { Report, Statement } from '../../../src/normalize/report.js';
import { needsSecondReading } from '../../../src/verify/repair/needs-second-reading.js';
import { repair } from '../../../src/verify/repair/repair.js';
import { verify } from '../../../src/verify/verify.js';
import { FIRST, mapFigures, readAs, withSecond } from '../../support/misread-scans.js';
import { report, statement } from '../../support/statement-factory.js';

const COLUMNS = ['total', 'basic', 'project'];
const TABLE: Statement = statement('expenditure', COLUMNS, [
  ['total', '170.55', '60.55', '110.00'],
  ['208', '100.35', '40.35', '60.00'],
  ['20805', '100.35', '40.35', '60.00'],
  ['2080505', '61.15', '25.15', '36.00'],
  ['2080506', '39.20', '15.20', '24.00'],
  ['210', '70.20', '20.20', '50.00'],
  ['21011', '70.20', '20.20', '50.00'],
  ['2101102', '70.20', '20.20', '50.00'],
]);

interface Misread {
  readonly first?: string;
  readonly second?: string;
  readonly confidence?: number;
}

/** The table as read: the first engine reads what is printed unless told otherwise, the second only what is told. */
function scanned(misread: Readonly<Record<string, Misread>>, table = TABLE): Report {
  return mapFigures(report(table), (path, figure) => {
    const { first = figure.printed, second, confidence = 0.95 } = misread[path] ?? {};
    const read = readAs(figure, first, confidence);
    return second === undefined ? read : withSecond(read, second);
  });
}

const at = ({ statements }: Report, path: string) => {
  const [s, r, column = ''] = path.split('/');
  return statements[Number(s)]?.rows[Number(r)]?.figures[column];
};
const idsOf = ({ findings }: Report) => findings.map(({ check }) => check).filter((id) => id.startsWith('repair/'));

describe('repair', () => {
  it('takes the amount that the second engine read where the identities agree, and keeps the reading', async () => {
    const { report: after, repaired } = await repair(scanned({ '0/3/basic': { first: '26.15', second: '25.15' } }));
    expect(repaired).toEqual(['0/3/basic']);
    expect(idsOf(after)).toEqual(['repair/repaired']);
    const verified = verify(after);
    expect(at(verified, '0/3/basic')).toMatchObject({
      printed: '26.15',
      amount: { fen: 25_150_000, stepFen: 10_000 },
      status: 'repaired',
      edits: [{ rule: 'repair', from: '26.15', to: '25.15' }],
      repair: { read: { fen: 26_150_000 }, reading: { text: '25.15' } },
    });
    expect(at(verified, '0/3/basic')?.repair?.checks).toContain('across/expenditure');
    expect(after.findings[0]?.message).toContain('识别为“26.15”，改为 25.15');
  });

  it('makes a misread 0.00 zero again, not empty, though the second engine saw nothing there', async () => {
    const table = statement('expenditure', COLUMNS, [
      ['total', '60.55', '60.55', '0.00'],
      ['208', '60.55', '60.55', '0.00'],
      ['20805', '60.55', '60.55', '0.00'],
      ['2080505', '60.55', '60.55', '0.00'],
    ]);
    const misread = scanned({ '0/3/project': { first: '0.20', second: '', confidence: 0.1 } }, table);
    const read = mapFigures(misread, (path, figure) =>
      path === '0/3/project'
        ? { ...figure, readings: [...(figure.readings ?? []), { engine: FIRST, text: '0.00', confidence: 0.09 }] }
        : figure,
    );
    const { report: after, repaired } = await repair(read);
    expect(repaired).toEqual(['0/3/project']);
    expect(at(after, '0/3/project')).toMatchObject({ reading: 'amount', amount: { fen: 0 }, status: 'repaired' });
  });

  it.each([
    ['a lost minus', '-5.00', '5.00'],
    ['a lost point', '15.20', '1520'],
    ['a neighbour merged in', '15.20', '115.20'],
    ['a comma for the point', '15.20', '15,20'],
    ['one that cannot be read', '15.20', '1S.2?'],
  ])('mends %s of a doubtful reading by two identities', async (_, printed, first) => {
    const sum = (Number(printed) + 25.15).toFixed(2);
    const total = (Number(printed) + 45.35).toFixed(2);
    const table = statement(
      'expenditure',
      ['total', 'basic', 'project'],
      [
        ['total', (Number(total) + 110).toFixed(2), total, '110.00'],
        ['208', (Number(sum) + 60).toFixed(2), sum, '60.00'],
        ['2080505', '61.15', '25.15', '36.00'],
        ['2080506', (Number(printed) + 24).toFixed(2), printed, '24.00'],
        ['210', '70.20', '20.20', '50.00'],
      ],
    );
    const { report: after, repaired } = await repair(scanned({ '0/3/basic': { first, confidence: 0.6 } }, table));
    expect(repaired).toEqual(['0/3/basic']);
    expect(at(after, '0/3/basic')?.amount?.fen).toBe(Math.round(Number(printed) * 100) * 10_000);
  });

  it('never changes what two engines read alike, or one was sure of: the report contradicts itself', async () => {
    for (const misread of [
      { first: '26.15', second: '26.15' },
      { first: '26.15', second: '26.15', confidence: 0.5 },
      { first: '26.15' },
    ]) {
      const { report: after, repaired } = await repair(scanned({ '0/3/basic': misread }));
      expect(repaired).toEqual([]);
      const verified = verify(after);
      expect(at(verified, '0/3/basic')).toMatchObject({ amount: { fen: 26_150_000 }, status: 'disputed' });
      expect(verified.checks.some(({ outcome }) => outcome === 'violation')).toBe(true);
    }
  });

  it.each([
    ['doubtful, three identities, the amount among the alternatives', '0/2/basic', '46.35', 0.55, '40.35', true],
    ['not that doubtful', '0/2/basic', '46.35', 0.65, '40.35', false],
    ['doubtful, but never taken for that amount', '0/2/basic', '46.35', 0.55, '16.35', false],
    ['doubtful, but with two identities only', '0/3/basic', '26.15', 0.55, '25.15', false],
  ])('changes what two engines read alike where it is %s', async (_, path, first, confidence, text, isRepaired) => {
    const read = mapFigures(scanned({ [path]: { first, second: first, confidence } }), (one, figure) =>
      one === path
        ? { ...figure, readings: [...(figure.readings ?? []), { engine: FIRST, text, confidence: 0.2 }] }
        : figure,
    );
    expect((await repair(read)).repaired).toEqual(isRepaired ? [path] : []);
  });

  it('leaves a digital page alone, whatever does not add up', async () => {
    const digital = mapFigures(report(TABLE), (path, figure) => {
      const { readings: _, ...read } = readAs(figure, path === '0/3/basic' ? '26.15' : figure.printed, 1);
      return read;
    });
    const { report: after } = await repair(digital);
    expect(after).toBe(digital);
  });

  it('does nothing to a report that adds up', async () => {
    const clean = scanned({});
    expect((await repair(clean)).report).toBe(clean);
  });

  it('lists the candidates where more than one change explains it', async () => {
    const { report: after, repaired } = await repair(
      scanned(
        { '0/1/amount': { first: '21.00', second: '27.00' }, '0/2/amount': { first: '31.00', second: '37.00' } },
        statement(
          'general-budget-basic-expenditure',
          ['amount'],
          [
            ['301', '58.00'],
            ['30101', '27.00'],
            ['30102', '31.00'],
          ],
        ),
      ),
    );
    expect(repaired).toEqual([]);
    expect(idsOf(after)).toEqual(['repair/unresolved']);
    expect(after.findings[0]?.message).toMatch(/不止一种改法.*27\.00.*37\.00/);
  });

  it('says that a row seems lost, and makes none up', async () => {
    const { rows, ...rest } = TABLE;
    const table = { ...rest, rows: rows.filter(({ key }) => key !== '2080506') };
    const { report: after } = await repair(scanned({}, table));
    expect(idsOf(after)).toContain('repair/row-lost');
    expect(after.statements[0]?.rows).toHaveLength(7);
  });
});

describe('needsSecondReading', () => {
  it('asks for what is disputed, not for what the identities confirm', () => {
    const table = statement('expenditure', COLUMNS, [
      ['total', '87.43', '31.29', '56.14'],
      ['208', '65.18', '18.95', '46.23'],
      ['210', '22.25', '12.34', '9.91'],
    ]);
    expect(needsSecondReading(verify(scanned({}, table)))).toEqual([]);
    const asked = needsSecondReading(verify(scanned({ '0/1/basic': { first: '13.95' } }, table)));
    expect(asked).toContain('0/1/basic');
    expect(asked).not.toContain('0/2/project');
  });

  it('does not ask twice, nor for digital figures', () => {
    expect(needsSecondReading(verify(scanned({ '0/3/basic': { first: '26.15', second: '26.15' } })))).not.toContain(
      '0/3/basic',
    );
    expect(needsSecondReading(verify(report(TABLE)))).toEqual([]);
  });

  it('asks for an empty cell only where something does not add up', () => {
    const table = statement('expenditure', COLUMNS, [
      ['total', '10.00', '10.00', ''],
      ['208', '10.00', '10.00', ''],
    ]);
    expect(needsSecondReading(verify(scanned({}, table)))).not.toContain('0/1/project');
    expect(needsSecondReading(verify(scanned({ '0/1/basic': { first: '' } }, table)))).toContain('0/1/basic');
  });

  it('reads are by the first engine', () => {
    expect(at(scanned({}), '0/0/total')?.readings?.[0]?.engine).toBe(FIRST);
  });
});
