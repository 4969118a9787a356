import { Paper } from '../paper.js';
import { drawCentred, drawProse, type Paragraph } from '../prose.js';
import { type Sample, sha256 } from '../sample.js';
import type { Sheets } from '../sheets.js';
import { drawStatement, type StatementPlan } from '../statement.js';
import type { TruthStatement } from '../truth.js';
import data from './data.json' with { type: 'json' };
import { type BudgetFigures, budgetFigures } from './figures.js';
import { explanation, otherMatters } from './narrative.js';
import {
  appropriationsTable,
  basicExpenditureTable,
  emptyTables,
  expenditureTable,
  generalBudgetTable,
  revenueTable,
  summaryTable,
  threePublicTable,
} from './tables.js';

/** The invented unit budget: the Shanghai set of nine tables, eight in 元 and the ninth in 万元. */
export async function unitBudget(): Promise<Sample> {
  const figures = budgetFigures();
  const paper = await Paper.create(`${data.body}${data.year}年单位预算`);
  const statements = drawUnitBudget(paper, figures);
  const bytes = await paper.bytes();
  return {
    bytes,
    truth: {
      file: data.file,
      sha256: sha256(bytes),
      kind: 'budget',
      year: data.year,
      body: data.body,
      level: 'unit',
      statements,
    },
  };
}

/** Draws a unit budget in the layout of Shanghai; returns the truth of its statements. */
export function drawUnitBudget(
  paper: Sheets,
  figures: BudgetFigures,
  changed: (plan: StatementPlan) => StatementPlan = (plan) => plan,
): TruthStatement[] {
  const { texts, year } = figures;
  const plans = [
    summaryTable(figures),
    revenueTable(figures),
    expenditureTable(figures),
    appropriationsTable(figures),
    generalBudgetTable(figures),
    ...emptyTables(figures),
    basicExpenditureTable(figures),
    threePublicTable(figures),
  ].map(changed);
  const chapter = (paragraphs: readonly Paragraph[]): void => {
    paper.addPage('landscape');
    drawProse(paper, paragraphs, 72, 'landscape');
  };
  const text = (content: string): Paragraph => ({ kind: 'text', text: content });

  paper.addPage('landscape');
  drawCentred(paper, `${texts.body}${year}年单位预算`, 240, 26);
  drawCentred(paper, `预算单位：${texts.body}`, 310, 15);
  chapter(contents(plans));
  chapter([{ kind: 'part', text: `${texts.body}主要职能` }, ...texts.duties.map(text)]);
  chapter([{ kind: 'part', text: `${texts.body}机构设置` }, ...texts.organisation.map(text)]);
  chapter([{ kind: 'part', text: '名词解释' }, ...texts.glossary.map(text)]);
  chapter(explanation(figures));
  const statements = plans.map((plan) => drawStatement(paper, plan));
  chapter(otherMatters(figures));
  return statements;
}

/** The contents list: dotted leaders that lead to nothing, as the real ones. */
function contents(plans: readonly StatementPlan[]): Paragraph[] {
  const entry = (name: string): Paragraph => ({ kind: 'entry', text: `${name} ${'…'.repeat(40 - name.length)}` });
  return [
    { kind: 'part', text: '目 录' },
    entry('一、单位主要职能'),
    entry('二、单位机构设置'),
    entry('三、名词解释'),
    entry('四、单位预算编制说明'),
    entry('五、单位预算表'),
    ...plans.map((plan, index) => entry(`${index + 1}．${plan.title}`)),
    entry('六、其他相关情况说明'),
  ];
}
