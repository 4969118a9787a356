import { Paper } from '../paper.js';
import { drawCentred, drawProse, type Paragraph } from '../prose.js';
import { head } from '../rows.js';
import { type Sample, sha256 } from '../sample.js';
import type { Sheets } from '../sheets.js';
import { drawStatement, type StatementPlan } from '../statement.js';
import { drawTable } from '../table.js';
import type { TruthStatement } from '../truth.js';
import data from './data.json' with { type: 'json' };
import { type Figures, finalAccountFigures } from './figures.js';
import { narrative } from './narrative.js';
import { appropriationsStatement, basicExpenditureStatement, summaryStatement } from './summaries.js';
import {
  expenditureStatement,
  generalBudgetStatement,
  governmentFundsStatement,
  revenueStatement,
  stateCapitalStatement,
  threePublicStatement,
} from './tables.js';

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Titles of the four parts. */
function partsOf({ texts, year }: Figures): Readonly<Record<'first' | 'second' | 'third' | 'fourth', string>> {
  return {
    first: `第一部分 ${texts.body}概况`,
    second: `第二部分 ${texts.body}${year}年度部门决算表`,
    third: `第三部分 ${texts.body}${year}年度部门决算情况说明`,
    fourth: '第四部分 名词解释',
  };
}

/** The invented final account in the layout of Shanghai districts. */
export async function finalAccount(): Promise<Sample> {
  const figures = finalAccountFigures();
  const paper = await Paper.create(`${data.body}${data.year}年度部门决算`);
  const statements = drawFinalAccount(paper, figures);
  const bytes = await paper.bytes();
  return {
    bytes,
    truth: {
      file: data.file,
      sha256: sha256(bytes),
      kind: 'final_accounts',
      year: data.year,
      body: data.body,
      level: 'department',
      statements,
    },
  };
}

/** Draws a final account in the layout of Shanghai districts; returns the truth of its statements. */
export function drawFinalAccount(
  paper: Sheets,
  figures: Figures,
  changed: (plan: StatementPlan) => StatementPlan = (plan) => plan,
): TruthStatement[] {
  const { texts, year } = figures;
  const parts = partsOf(figures);
  const plans = statements(figures).map(changed);
  const prose = narrative(figures);

  paper.addPage('portrait');
  drawCentred(paper, texts.body, 300, 24);
  drawCentred(paper, `${year}年度部门决算`, 345, 24);
  paper.addPage('portrait');
  drawProse(paper, contents(figures, plans, prose), 72, 'portrait');
  const units = firstPart(paper, figures);
  paper.addPage('portrait');
  drawCentred(paper, parts.second, 400, 16);
  const printed = plans.map((plan) => drawStatement(paper, plan));
  paper.addPage('portrait');
  drawProse(paper, [{ kind: 'part', text: parts.third }, ...prose], 72, 'portrait');
  paper.addPage('portrait');
  const glossary = texts.glossary.map((text) => ({ kind: 'text' as const, text }));
  drawProse(paper, [{ kind: 'part', text: parts.fourth }, ...glossary], 72, 'portrait');
  return [units, ...printed];
}

function statements(figures: Figures): StatementPlan[] {
  return [
    summaryStatement(figures),
    revenueStatement(figures),
    expenditureStatement(figures),
    appropriationsStatement(figures),
    generalBudgetStatement(figures),
    basicExpenditureStatement(figures),
    threePublicStatement(figures),
    governmentFundsStatement(figures),
    stateCapitalStatement(figures),
  ];
}

/** The contents list, without page numbers as Shanghai prints it. */
function contents(figures: Figures, plans: readonly StatementPlan[], prose: readonly Paragraph[]): Paragraph[] {
  const parts = partsOf(figures);
  const heading = (text: string): Paragraph => ({ kind: 'heading', text });
  return [
    { kind: 'part', text: '目 录' },
    heading(parts.first),
    { kind: 'text', text: '一、主要职能' },
    { kind: 'text', text: '二、部门决算单位构成' },
    heading(parts.second),
    ...plans.map((plan, index) => ({ kind: 'text' as const, text: `${ORDINALS[index]}、${plan.title}` })),
    heading(parts.third),
    ...prose
      .filter(({ kind, text }) => kind === 'heading' && !text.startsWith('（'))
      .map(({ text }) => ({ kind: 'text' as const, text })),
    heading(parts.fourth),
  ];
}

/** Part one: duties in numbered articles and the table of units. */
function firstPart(paper: Sheets, figures: Figures): TruthStatement {
  const { texts, year } = figures;
  paper.addPage('portrait');
  const y = drawProse(
    paper,
    [
      { kind: 'part', text: partsOf(figures).first },
      { kind: 'heading', text: '一、主要职能' },
      ...texts.duties.map((text) => ({ kind: 'text' as const, text })),
      { kind: 'heading', text: '二、部门决算单位构成' },
      {
        kind: 'text',
        text: `纳入${texts.body}${year}年度部门决算编制范围的单位共${texts.units.length}家，名单见下表：`,
      },
    ],
    72,
    'portrait',
  );
  const { truth } = drawTable(
    paper,
    {
      widths: [48, 240, 150],
      header: [{ cells: [head('序号'), head('单位名称'), head('备注')] }],
      body: texts.units.map(({ name, remark }, index) => ({
        cells: [head(String(index + 1)), { text: name }, { text: remark ?? '' }],
        truth: [{ side: null, code: null, label: name, values: [String(index + 1), remark] }],
      })),
      rules: 'stroke',
      repeatHeader: false,
      rowHeight: 22,
      orientation: 'portrait',
    },
    y + 12,
  );
  return {
    form: 'X:部门决算单位构成',
    title: '部门决算单位构成',
    unit: null,
    pages: [paper.pageNumber],
    columns: ['序号', '备注'],
    rows: truth,
    blank_rows: 0,
    notes: [],
  };
}
