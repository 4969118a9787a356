import type { PageOcr } from '../../src/extract/document.js';
import type { Place } from '../../src/extract/place.js';
import type {
  Figure,
  PageRecord,
  Section,
  Statement,
  StatementColumn,
  StatementRow,
} from '../../src/normalize/report.js';
import type { VerifiedReport } from '../../src/verify/check.js';
import { aClaim, aFact, anEvaluation, aQuantity } from './narrative-factory.js';

/** A place on a page; the box is a thin one that differs from row to row. */
export function aPlace(page = 1, top = 100): Place {
  return { page, box: { left: 72, top, right: 540.25, bottom: top + 12.5 } };
}

/** A figure of so many fen printed in 万元 with two decimals; `null`: a blank cell. */
export function aFigure(fen: number | null, overrides: Partial<Figure> = {}): Figure {
  return {
    printed: fen === null ? '' : (fen / 1_000_000).toFixed(2),
    reading: fen === null ? 'blank' : 'amount',
    amount: fen === null ? null : { fen, stepFen: 10_000 },
    edits: [],
    places: [aPlace()],
    confidence: null,
    status: fen === null ? 'unverified' : 'verified',
    ...overrides,
  };
}

export function aColumn(key: string, overrides: Partial<StatementColumn> = {}): StatementColumn {
  return { key, header: key, phase: null, panel: null, ...overrides };
}

export function aRow(
  key: string,
  figures: Readonly<Record<string, Figure>>,
  overrides: Partial<StatementRow> = {},
): StatementRow {
  return { panel: null, key, label: key, code: null, figures, places: [aPlace()], ...overrides };
}

/** A row of a known classification code, its key and label those of the code. */
export function aCodeRow(
  scheme: 'functional' | 'department-economic',
  code: string,
  name: string,
  figures: Readonly<Record<string, Figure>>,
): StatementRow {
  return aRow(code, figures, {
    label: name,
    code: { scheme, code, printed: code, match: 'known', catalogueName: name },
  });
}

/** A statement whose columns are those that its rows use, per panel, in the order of first use. */
export function aStatement(
  kind: Statement['kind'],
  rows: readonly StatementRow[],
  overrides: Partial<Statement> = {},
): Statement {
  const columns = new Map<string, StatementColumn>();
  for (const { panel, figures } of rows) {
    for (const key of Object.keys(figures)) columns.set(`${panel}:${key}`, aColumn(key, { panel }));
  }
  return {
    kind,
    title: kind,
    unit: '单位：万元',
    pages: [1],
    places: [aPlace()],
    declaredEmpty: false,
    columns: [...columns.values()],
    rows,
    notes: [],
    cells: [],
    ...overrides,
  };
}

export function aSection(
  id: number,
  title: string,
  texts: readonly string[],
  overrides: Partial<Section> = {},
): Section {
  return {
    id,
    parent: null,
    level: 1,
    number: '',
    title,
    place: aPlace(2, 50),
    paragraphs: texts.map((text, at) => ({ text, places: [aPlace(2, 80 + 20 * at)] })),
    ...overrides,
  };
}

export function aPage(number: number, overrides: Partial<PageRecord> = {}): PageRecord {
  return { number, width: 595, height: 842, condition: 'read', reason: null, ...overrides };
}

/** A hash that differs with the number. */
export function aHash(number: number): string {
  return number.toString(16).padStart(64, '0');
}

/** A report of three pages with nothing in it but what the overrides say. */
export function aReport(overrides: Partial<VerifiedReport> = {}): VerifiedReport {
  return {
    source: { file: 'report.pdf', sha256: aHash(1), format: 'pdf', pages: [aPage(1), aPage(2), aPage(3)] },
    kind: 'final-accounts',
    scope: 'unit',
    fiscalYear: 2023,
    agency: { name: '泉州市大数据服务中心' },
    region: { code: '350500', name: '泉州市' },
    sections: [],
    statements: [],
    claims: [],
    facts: [],
    evaluations: [],
    checks: [],
    findings: [],
    ...overrides,
  };
}

/** 支出决算表 with a total and one code; its checks and findings go with it. */
export function aSmallReport(overrides: Partial<VerifiedReport> = {}): VerifiedReport {
  const figures = (total: number, basic: number, project: number) => ({
    total: aFigure(total),
    basic: aFigure(basic),
    project: aFigure(project, { status: 'disputed' }),
  });
  return aReport({
    sections: [
      aSection(0, '情况说明', [], { number: '第三部分' }),
      aSection(1, '支出情况', ['本年支出2566.19万元。', '基本支出298.24万元，GDP口径。'], {
        parent: 0,
        number: '一、',
      }),
    ],
    statements: [
      aStatement('expenditure', [
        aRow('total', figures(256_619_00_00, 29_824_00_00, 226_795_00_00), { label: '合计' }),
        aCodeRow('functional', '208', '社会保障和就业支出', figures(2533_00_00, 2533_00_00, 0)),
      ]),
    ],
    checks: [
      {
        check: 'expenditure/row-total',
        subject: '合计',
        outcome: 'violation',
        measure: 'money',
        left: null,
        right: null,
        leftFen: 256_619_00_00,
        rightFen: 256_618_00_00,
        gapFen: 1_00_00,
        slackFen: 0.5,
        figures: ['0/0/total', '0/0/basic', '0/0/project'],
      },
      {
        check: 'expenditure/children',
        subject: '208',
        outcome: 'not-applicable',
        measure: 'money',
        left: null,
        right: null,
        leftFen: null,
        rightFen: null,
        gapFen: null,
        slackFen: null,
        figures: [],
      },
    ],
    findings: [
      {
        check: 'expenditure/row-total',
        severity: 'error',
        message: '合计不符',
        places: [aPlace(1, 100), aPlace(1, 120)],
        figures: ['0/0/total'],
      },
      { check: 'statement/missing', severity: 'note', message: '缺表', places: [], figures: [] },
    ],
    ...overrides,
  });
}

/** The small report with a claim that repeats a figure, a fact, a self-evaluation table, and a check and a finding on numbers of each. */
export function aToldReport(overrides: Partial<VerifiedReport> = {}): VerifiedReport {
  const small = aSmallReport();
  const words = { text: '示例项目', places: [aPlace(3, 60)] };
  const told = ['0/0/total', 'claim/0/amount', 'fact/0', 'evaluation/0/indicators/0/score', 'claim/0/percent'];
  return {
    ...small,
    claims: [
      aClaim('expenditure', {
        label: '本年支出',
        section: 1,
        numbers: { amount: aQuantity('2566.19'), percent: aQuantity('26.31', 'percent') },
        figures: { amount: ['0/0/total'] },
        items: ['基本支出', '项目支出'],
        parts: [{ label: '项目经费', direction: 'increase', change: aQuantity('534.57') }],
        relations: [
          { to: { year: 'current', phase: 'approved' }, is: 'less', printed: '小于', places: [aPlace(2, 80)] },
        ],
      }),
    ],
    facts: [aFact('staff', { label: '在职人数', section: 1, value: aQuantity('14', 'count') })],
    evaluations: [
      anEvaluation({
        project: words,
        goals: [{ expected: words, achieved: words }],
        funds: [
          { key: 'total', label: '年度资金总额', numbers: { executed: aQuantity('60.20') }, places: [aPlace(3)] },
        ],
        indicators: [
          {
            ...{ level1: '产出指标', level2: '数量指标', level3: '次数', actual: '90', deviation: '无' },
            target: {
              printed: '≥100次',
              operator: '≥',
              value: 1_000_000,
              unit: '次',
              decoded: 'printed',
              places: [aPlace(3)],
            },
            numbers: { score: aQuantity('9.5', 'score', { places: [aPlace(3, 70)] }) },
            places: [aPlace(3)],
          },
        ],
        totalScore: aQuantity('95', 'score'),
        problems: [{ kind: '项目管理', problem: '进度慢', suggestion: '加快', places: [aPlace(3)] }],
        statements: [0],
        places: [aPlace(3)],
      }),
    ],
    checks: [
      ...small.checks,
      {
        ...{ check: 'change/percent', subject: '本年支出', outcome: 'violation', measure: 'percent' },
        ...{ left: '26.31%', right: '26.30%', leftFen: null, rightFen: null, gapFen: null, slackFen: null },
        figures: told,
      },
    ],
    findings: [
      ...small.findings,
      {
        ...{ check: 'change/percent', severity: 'error', message: '比例不符', diagnosis: 'wrong-base' },
        places: [aPlace(2, 200), aPlace(1), aPlace(2, 220)],
        figures: told,
      },
    ],
    ...overrides,
  };
}

/** How a page of a good scan was read. */
export function aPageOcr(overrides: Partial<PageOcr> = {}): PageOcr {
  return { engine: 'pp-ocrv4', model: 'models-1', dpi: 300, turn: 0, skew: -0.25, lowQuality: false, ...overrides };
}

/**
 * A report of which two pages are pictures, the second a bad one, and a third could not be read: one figure as it was read, one repaired
 * from another reading, a blank one, a row whose label was corrected, a raw cell.
 */
export function aScannedReport(overrides: Partial<VerifiedReport> = {}): VerifiedReport {
  const reading = (text: string, engine = 'pp-ocrv4') => ({ engine, text, confidence: 0.75 });
  const pages = [
    aPage(1, { ocr: aPageOcr() }),
    aPage(2, { ocr: aPageOcr({ turn: 1, dpi: 150, lowQuality: true }) }),
    aPage(3, { condition: 'needs-ocr', reason: 'no text layer; reading its picture failed: no time left' }),
    aPage(4),
  ];
  const repaired = aFigure(11_000_000, {
    printed: '17.00',
    confidence: 0.75,
    status: 'repaired',
    readings: [reading('17.00'), reading('11.00', 'tesseract')],
    repair: {
      read: { fen: 17_000_000, stepFen: 10_000 },
      checks: ['hierarchy/children', 'balance/row'],
      reading: reading('11.00', 'tesseract'),
    },
  });
  const cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: '甲', places: [aPlace()], confidence: 0.75 };
  return aReport({
    source: { ...aReport().source, format: 'image', pages },
    statements: [
      aStatement('expenditure', [
        aRow('total', { total: aFigure(26_000_000, { confidence: 0.75, readings: [reading('26.00')] }) }),
        aRow(
          '208',
          { total: repaired, basic: aFigure(null, { readings: [], places: [aPlace(2)] }) },
          {
            label: '社会保障和就业支出',
            edits: [{ rule: 'snap', from: '社会保璋和就业支出', to: '社会保障和就业支出' }],
          },
        ),
      ]),
      aStatement('other', [], { cells: [{ ...cell, readings: [reading('甲')] }] }),
    ],
    ...overrides,
  });
}
