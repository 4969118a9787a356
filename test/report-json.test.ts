import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reportJsonSchema, toReportJson } from '../src/report-json.js';
import { figure, SAMPLE } from './cli/sample-report.js';
import { aClaim, aFact, anEvaluation, aQuantity } from './support/narrative-factory.js';
import { anyReport } from './support/report-arbitrary.js';
import { aScannedReport, aSmallReport, aToldReport } from './support/report-factory.js';

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

  it('accepts any report, claims, facts and evaluations among it', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const made = toReportJson(report);
        expect(reportJsonSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
      }),
      { numRuns: 50 },
    );
  });
});

describe('what was read from pictures', () => {
  const scan = toReportJson(aScannedReport());
  const [expenditure, other] = scan.statements;

  it('stands with its pages, figures, rows and raw cells', () => {
    expect(scan.source.format).toBe('image');
    expect(scan.source.pageList.map(({ ocr }) => ocr?.lowQuality)).toEqual([false, true, undefined, undefined]);
    expect(scan.source.pageList[1]?.ocr).toEqual({
      engine: 'pp-ocrv4',
      model: 'models-1',
      dpi: 150,
      turn: 1,
      skew: -0.25,
      lowQuality: true,
    });
    expect(expenditure?.rows[1]?.edits).toEqual([
      { rule: 'snap', from: '社会保璋和就业支出', to: '社会保障和就业支出' },
    ]);
    const reading = { engine: 'tesseract', text: '11.00', confidence: 0.75 };
    expect(expenditure?.rows[1]?.figures.total).toMatchObject({
      printed: '17.00',
      amountFen: 11_000_000,
      status: 'repaired',
      readings: [{ engine: 'pp-ocrv4', text: '17.00', confidence: 0.75 }, reading],
      repair: {
        readAmountFen: 17_000_000,
        readStepFen: 10_000,
        checks: ['hierarchy/children', 'balance/row'],
        reading,
      },
    });
    expect(other?.cells?.[0]?.readings).toHaveLength(1);
  });

  it('has a list of readings also where nothing was read, and no repair where the reading stands', () => {
    expect(expenditure?.rows[1]?.figures.basic?.readings).toEqual([]);
    expect(expenditure?.rows[0]?.figures.total).not.toHaveProperty('repair');
  });

  it('passes the contract after a trip through text', () => {
    expect(reportJsonSchema.parse(JSON.parse(JSON.stringify(scan)))).toEqual(scan);
  });

  it('leaves no trace in a digital report', () => {
    const cells = [{ row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: '甲', places: [], confidence: null }];
    const statements = aSmallReport().statements.map((statement) => ({ ...statement, kind: 'other' as const, cells }));
    const text = JSON.stringify(toReportJson(aSmallReport({ statements })));
    // The edits of figures are no news.
    const [row] = toReportJson(aSmallReport()).statements[0]?.rows ?? [];
    expect(row).not.toHaveProperty('edits');
    for (const field of ['"ocr"', '"readings"', '"repair"']) expect(text).not.toContain(field);
  });
});

describe('numbers outside the statements', () => {
  const quantity = (value: ReturnType<typeof aQuantity>) =>
    toReportJson({ ...SAMPLE, facts: [aFact('staff', { value })] }).facts[0]?.value;

  it.each([
    [
      'money in yuan and fen',
      aQuantity('2568.50'),
      { value: '25685000.00', amountFen: 2_568_500_000, stepFen: 10_000 },
    ],
    ['a loss', aQuantity('-0.05'), { value: '-500.00', amountFen: -50_000 }],
    ['a percentage', aQuantity('26.43', 'percent'), { value: '26.43', amountFen: null, stepFen: null, unit: '%' }],
    ['a small percentage', aQuantity('0.07', 'percent'), { value: '0.07' }],
    ['a count', aQuantity('7600', 'count'), { value: '7600' }],
    ['marks', aQuantity('99.4', 'score'), { value: '99.4', measure: 'score' }],
    [
      'nothing that could be read',
      aQuantity('1', 'percent', { value: null, step: null, reading: 'unreadable' }),
      { value: null, reading: 'unreadable' },
    ],
  ])('%s', (_name, value, expected) => {
    expect(quantity(value)).toMatchObject(expected);
  });

  it('have a page and a box, and all places only when there are several', () => {
    const places = [
      { page: 2, box: { left: 1.004, top: 2, right: 3, bottom: 4 } },
      { page: 3, box: null },
    ];
    expect(quantity(aQuantity('1.00', 'money', { places }))).toMatchObject({
      page: 2,
      box: [1, 2, 3, 4],
      places: [{ page: 2 }, { page: 3 }],
    });
    expect(quantity(aQuantity('1.00'))).not.toHaveProperty('places');
  });
});

describe('claims, evaluations, checks and findings', () => {
  const told = toReportJson(aToldReport());

  it('name cells and each other as the report does', () => {
    const claims = [
      aClaim('procurement'),
      aClaim('procurement-sme', {
        partOf: 0,
        shareOf: { claim: 0, printed: '政府采购支出总额' },
        against: { year: 'prior', phase: null },
      }),
    ];
    expect(toReportJson({ ...SAMPLE, claims }).claims[1]).toMatchObject({
      partOf: 0,
      shareOf: { claim: 0, printed: '政府采购支出总额' },
      against: { year: 'prior', phase: null },
      completionOf: null,
    });
    expect(told.claims[0]).toMatchObject({
      figures: { amount: ['0/0/total'] },
      numbers: { amount: { printed: '2566.19' }, percent: { value: '26.31' } },
      relations: [{ is: 'less', places: [{ page: 2 }] }],
      items: ['基本支出', '项目支出'],
    });
  });

  it('give targets as decimal numbers, words and grades as printed', () => {
    const grade = { text: '优（S≧90）', word: '优' as const, places: [] };
    const [evaluation] = toReportJson({ ...SAMPLE, evaluations: [anEvaluation({ grade })] }).evaluations;
    expect(evaluation).toMatchObject({ grade, project: { text: '示例项目' }, totalScore: null, supervisor: null });
    expect(told.evaluations[0]?.indicators[0]).toMatchObject({
      target: { printed: '≥100次', operator: '≥', value: '100', unit: '次', decoded: 'printed' },
      numbers: { score: { value: '9.5', measure: 'score', page: 3 } },
    });
    expect(told.evaluations[0]?.funds[0]?.numbers.executed).toMatchObject({ amountFen: 60_200_000 });
  });

  it('say what was compared, and what is probably behind a finding where somebody said so', () => {
    expect(told.checks.at(-1)).toMatchObject({ measure: 'percent', left: '26.31%', right: '26.30%', leftFen: null });
    expect(told.findings.at(-1)?.diagnosis).toBe('wrong-base');
    expect(told.findings[0]).not.toHaveProperty('diagnosis');
  });
});
