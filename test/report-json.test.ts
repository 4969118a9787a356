import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reportJsonSchema, toReportJson } from '../src/report-json.js';
import { figure, SAMPLE } from './cli/sample-report.js';

const json = toReportJson(SAMPLE);
const row = json.statements[0]?.rows[0];

describe('the JSON contract', () => {
  it('accepts what toReportJson makes, also after a trip through text', () => {
    expect(reportJsonSchema.parse(JSON.parse(JSON.stringify(json)))).toEqual(json);
  });

  it('has the fields that the design promises, in its order', () => {
    expect(Object.keys(json)).toEqual([
      ...['source', 'kind', 'scope', 'fiscalYear', 'agency', 'region', 'statements', 'sections'],
      ...['claims', 'facts', 'evaluations', 'checks', 'findings'],
    ]);
  });

  it('keeps figures in printed order, blank cells included', () => {
    expect(Object.entries(row?.figures ?? {}).map(([key, { printed, blank }]) => [key, printed, blank])).toEqual([
      ['total', '12.34', false],
      ['basic', '', true],
    ]);
  });

  it('gives money in fen, the box rounded to 0.01 point, the page from 1', () => {
    expect(row?.figures.total).toEqual({
      printed: '12.34',
      blank: false,
      reading: 'amount',
      amountFen: 12_340_000,
      stepFen: 10_000,
      page: 2,
      box: [10.12, 20.46, 30, 41],
      confidence: null,
      status: 'verified',
      edits: [],
    });
  });

  it('does not call a dash blank, and gives it no amount', () => {
    expect(json.statements[0]?.rows[1]?.figures.basic).toMatchObject({
      reading: 'dash',
      blank: false,
      amountFen: null,
    });
  });

  it.each([
    { places: 0, page: null, box: null, listed: undefined },
    { places: 1, page: 4, box: [1, 2, 3, 4], listed: undefined },
    { places: 2, page: 4, box: [1, 2, 3, 4], listed: 2 },
  ])('lists places only when there are several: $places', ({ places, page, box, listed }) => {
    const all = [
      { page: 4, box: { left: 1, top: 2, right: 3, bottom: 4 } },
      { page: 5, box: null },
    ];
    const cut = { ...figure('1.00', 'verified'), places: all.slice(0, places) };
    const statements = SAMPLE.statements.map((statement) => ({
      ...statement,
      rows: statement.rows.slice(0, 1).map((first) => ({ ...first, figures: { total: cut } })),
    }));
    const made = toReportJson({ ...SAMPLE, statements }).statements[0]?.rows[0]?.figures.total;
    expect(made).toMatchObject({ page, box });
    expect(made?.places?.length).toBe(listed);
  });

  it('keeps the raw cells of other statements and of no others', () => {
    const cells = [{ row: 0, column: 0, rowSpan: 1, columnSpan: 2, text: '甲', places: [], confidence: 0.5 }];
    const withCells = (kind: 'other' | 'expenditure') =>
      toReportJson({ ...SAMPLE, statements: SAMPLE.statements.map((statement) => ({ ...statement, kind, cells })) })
        .statements[0]?.cells;
    expect(withCells('other')).toEqual(cells);
    expect(withCells('expenditure')).toBeUndefined();
  });

  it('says null where the report says nothing', () => {
    const unknown = { kind: null, scope: null, fiscalYear: null, agency: null, region: null };
    expect(reportJsonSchema.parse(toReportJson({ ...SAMPLE, ...unknown }))).toMatchObject(unknown);
  });

  it.each([
    ['an amount with a fraction', { amountFen: 0.5 }],
    ['page 0', { page: 0 }],
    ['a field that nobody promised', { colour: 'red' }],
  ])('refuses %s', (_name, change) => {
    const statements = json.statements.map((statement) => ({
      ...statement,
      rows: statement.rows.map((each) => ({ ...each, figures: { total: { ...each.figures.total, ...change } } })),
    }));
    expect(reportJsonSchema.safeParse({ ...json, statements }).success).toBe(false);
  });

  it('can be written as JSON Schema', () => {
    expect(z.toJSONSchema(reportJsonSchema)).toMatchObject({ type: 'object', additionalProperties: false });
  });
});
