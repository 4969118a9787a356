import type { Figure, FigureStatus, Reading, Statement } from '../../src/normalize/report.js';
import type { VerifiedReport } from '../../src/verify/check.js';

/** A figure printed on page 2, in 万元 with two places. */
export function figure(printed: string, status: FigureStatus, reading: Reading = 'amount'): Figure {
  return {
    printed,
    reading,
    amount: reading === 'amount' ? { fen: Math.round(Number(printed) * 100) * 10_000, stepFen: 10_000 } : null,
    edits: [],
    places: [{ page: 2, box: { left: 10.123, top: 20.456, right: 30, bottom: 40.999 } }],
    confidence: null,
    status,
  };
}

const EXPENDITURE: Statement = {
  kind: 'expenditure',
  title: '支出决算表',
  unit: '万元',
  pages: [2],
  places: [{ page: 2, box: null }],
  declaredEmpty: false,
  columns: [
    { key: 'total', header: '本年支出合计', phase: 'executed', panel: null },
    { key: 'basic', header: '基本支出', phase: 'executed', panel: null },
  ],
  rows: [
    {
      panel: null,
      key: '2080505',
      label: '机关事业单位基本养老保险缴费支出',
      code: {
        scheme: 'functional',
        code: '2080505',
        printed: '2080505',
        match: 'known',
        catalogueName: '机关事业单位基本养老保险缴费支出',
      },
      places: [{ page: 2, box: null }],
      figures: { total: figure('12.34', 'verified'), basic: figure('', 'unverified', 'blank') },
    },
    {
      panel: null,
      key: 'row-2',
      label: '其他',
      code: null,
      places: [],
      figures: { total: figure('1.00', 'disputed'), basic: figure('-', 'unverified', 'dash') },
    },
  ],
  notes: ['注：本表反映部门本年度各项支出情况。'],
  cells: [],
};

/** A report of an invented body with one statement, one violation and three findings. */
export const SAMPLE: VerifiedReport = {
  source: {
    file: 'demo.pdf',
    sha256: 'ab'.repeat(32),
    format: 'pdf',
    pages: [
      { number: 1, width: 595.276, height: 841.89, condition: 'read', reason: null },
      { number: 2, width: 595.276, height: 841.89, condition: 'read', reason: null },
      { number: 3, width: 595.276, height: 841.89, condition: 'needs-ocr', reason: 'no text layer' },
    ],
  },
  kind: 'final-accounts',
  scope: 'unit',
  fiscalYear: 2023,
  agency: { name: '示例市某局' },
  region: { code: '350500', name: '泉州市' },
  sections: [
    {
      id: 1,
      parent: null,
      level: 1,
      number: '第一部分',
      title: '概况',
      place: { page: 1, box: { left: 1, top: 2, right: 3, bottom: 4 } },
      paragraphs: [{ text: '一段文字。', places: [{ page: 1, box: null }] }],
    },
  ],
  statements: [EXPENDITURE],
  claims: [],
  facts: [],
  evaluations: [],
  checks: [
    {
      check: 'expenditure/total',
      subject: '支出决算表, 2080505',
      outcome: 'violation',
      measure: 'money',
      left: null,
      right: null,
      leftFen: 123_400_000,
      rightFen: 123_300_000,
      gapFen: 100_000,
      slackFen: 10_000,
      figures: ['0/0/total'],
    },
  ],
  findings: [
    { check: 'segment/unknown-heading', severity: 'note', message: 'a heading is unknown', places: [], figures: [] },
    {
      check: 'expenditure/total',
      severity: 'error',
      message: 'does not add up:\n12.34 and 12.33',
      places: [
        { page: 7, box: null },
        { page: 2, box: null },
        { page: 7, box: null },
      ],
      figures: ['0/0/total'],
      diagnosis: 'digit-slip',
    },
    { check: 'read/dash', severity: 'warning', message: 'a dash', places: [{ page: 2, box: null }], figures: [] },
  ],
};

/** The sample without its violation. */
export const CLEAN_SAMPLE: VerifiedReport = { ...SAMPLE, checks: [], findings: [] };
