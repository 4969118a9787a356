import { drawUnitBudget } from '../budget/report.js';
import { accountProse } from '../contradictions/account-prose.js';
import { budgetProse } from '../contradictions/budget-prose.js';
import {
  appropriationsTable,
  basicExpenditureTable,
  functionTables,
  stateCapitalTable,
  summaryTable,
  threePublicTable,
} from '../contradictions/budget-tables.js';
import {
  type Chapter,
  chapterPage,
  drawReport,
  overview,
  proseChapter,
  statementChapter,
} from '../contradictions/chapters.js';
import { threePublicInOneRow, threePublicVertical } from '../contradictions/detail.js';
import { drawEvaluation, type Project } from '../contradictions/evaluation.js';
import type { Budget as NationalBudget } from '../contradictions/figures.js';
import { type Counts, otherProse } from '../contradictions/other-prose.js';
import { heading, text, wan } from '../contradictions/sentences.js';
import { nationalStatements } from '../contradictions/statements.js';
import { drawFinalAccount } from '../final-account/report.js';
import { sum } from '../money.js';
import type { Paragraph } from '../prose.js';
import type { Draw } from '../random.js';
import { sha256 } from '../sample.js';
import type { StatementPlan } from '../statement.js';
import type { Truth, TruthStatement } from '../truth.js';
import type { Agency } from './agency.js';
import type { AgencyYear } from './chain.js';
import { inventCounts, inventProjects } from './counts.js';
import { type PlantedCell, plantCell } from './plant.js';
import { quanzhouProse } from './quanzhou-prose.js';
import { quanzhouStatements } from './quanzhou-tables.js';
import { QuickPaper } from './quick-paper.js';
import { budgetFigures, finalFigures } from './shanghai.js';
import type { Typeface } from './typeface.js';

/** A report of the corpus and what it says, wrong cells included. */
export interface CorpusReport {
  readonly bytes: Buffer;
  readonly truth: Truth & { readonly planted: readonly PlantedCell[] };
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'];

/** What one report is made from. */
interface Order {
  readonly agency: Agency;
  readonly year: AgencyYear;
  readonly kind: Truth['kind'];
  readonly draw: Draw;
  /** Whether one cell of a statement shall be wrong. */
  readonly isPlanted: boolean;
}

/** Draws one report. Its file name is that of the body, the year and the kind. */
export function drawCorpusReport(order: Order, typeface: Typeface): CorpusReport {
  const { agency, year, kind, draw, isPlanted } = order;
  const planted: PlantedCell[] = [];
  const changed = (plan: StatementPlan): StatementPlan => {
    if (!isPlanted || planted.length > 0) return plan;
    const { plan: wrong, cell } = plantCell(plan, draw);
    if (cell !== null) planted.push(cell);
    return wrong;
  };
  const scope = agency.level === 'unit' ? '单位' : '部门';
  const title = kind === 'budget' ? `${year.budget.year}年${scope}预算` : `${year.account.year}年度${scope}决算`;
  const paper = new QuickPaper(typeface, agency.body + title);
  const statements = drawLayout(paper, order, title, changed);
  const bytes = paper.bytes();
  const file = `${agency.body}${title}.pdf`;
  const truth = { file, sha256: sha256(bytes), kind, year: year.account.year, body: agency.body, level: agency.level };
  return { bytes, truth: { ...truth, statements, planted } };
}

type Change = (plan: StatementPlan) => StatementPlan;

function drawLayout(paper: QuickPaper, order: Order, title: string, changed: Change): TruthStatement[] {
  const { agency, year, kind, draw } = order;
  if (agency.family === 'shanghai-final') return drawFinalAccount(paper, finalFigures(agency, year, draw), changed);
  if (agency.family === 'shanghai-budget') return drawUnitBudget(paper, budgetFigures(agency, year.budget), changed);
  const counts = inventCounts(agency, year.account, draw);
  const chapters =
    kind === 'budget'
      ? budgetChapters(agency, year.budget, changed)
      : agency.family === 'quanzhou'
        ? quanzhouChapters(order, counts, changed)
        : nationalChapters(order, counts, changed);
  // Twice: the first time, without the change, to learn the pages that the contents list names.
  const pages = new Map<string, number>();
  drawReport(paper.blank(), agency.body, title, chapters, pages);
  return drawReport(paper, agency.body, title, chapters, pages);
}

function portrait(agency: Agency): { duties: readonly string[]; units: readonly { name: string; nature: string }[] } {
  return {
    duties: agency.duties,
    units: agency.units.map((name, index) => ({
      name,
      nature: index === 0 && agency.level === 'department' ? '行政单位' : '财政全额补助事业单位',
    })),
  };
}

function nationalChapters({ agency, year, draw }: Order, counts: Counts, changed: Change): Chapter[] {
  const { account } = year;
  const projects = inventProjects(agency, account, draw);
  const threePublic = account.year % 2 === 0 ? threePublicVertical(account) : threePublicInOneRow(account);
  const plans = nationalStatements(account, threePublic).map(changed);
  const prose = [
    ...accountProse(account),
    ...otherProse(account, counts, [heading('（四）预算绩效管理情况'), performance('本部门', account.year, projects)]),
  ];
  const [second, third] = [`第二部分 ${account.year}年度部门决算表`, `第三部分 ${account.year}年度部门决算情况说明`];
  return [
    overview(agency.body, account.year, portrait(agency)),
    statementChapter(second, plans, []),
    proseChapter(third, third, prose),
    glossary('第四部分 名词解释', agency),
    annex('第五部分 附件', account.year, projects),
  ];
}

function budgetChapters(agency: Agency, budget: NationalBudget, changed: Change): Chapter[] {
  const { revenue, expenditure, general, fund } = functionTables(budget);
  const plans = [
    summaryTable(budget),
    revenue,
    expenditure,
    appropriationsTable(budget),
    general,
    basicExpenditureTable(budget),
    threePublicTable(budget),
    fund,
    stateCapitalTable(budget),
  ].map(changed);
  const [second, third] = [`第二部分 ${budget.year}年部门预算情况说明`, `第三部分 ${budget.year}年部门预算表`];
  return [
    overview(agency.body, budget.year, portrait(agency)),
    proseChapter(second, second, budgetProse(budget)),
    statementChapter(third, plans, []),
    glossary('第四部分 名词解释', agency),
    proseChapter('主要工作任务', '主要工作任务', agency.achievements.map(text)),
  ];
}

function quanzhouChapters({ agency, year, draw }: Order, counts: Counts, changed: Change): Chapter[] {
  const { account, before } = year;
  const projects = inventProjects(agency, account, draw);
  const [second, third] = ['第二部分 决算表', `第三部分 ${account.year}年度决算情况说明`];
  const work = [heading('三、单位主要工作总结'), ...agency.achievements.map(text)];
  return [
    overview(agency.body, account.year, portrait(agency)),
    proseChapter('主要工作总结', '主要工作总结', work),
    statementChapter(second, quanzhouStatements(account).map(changed), []),
    proseChapter(third, third, quanzhouProse(account, before, counts, [performance('本单位', account.year, projects)])),
    glossary('第四部分 名词解释', agency),
    annex('第五部分 附件', account.year, projects),
  ];
}

function performance(who: string, year: number, projects: readonly Project[]): Paragraph {
  const funds = sum(projects.map(({ adjusted }) => adjusted));
  return text(
    `按照预算绩效管理要求，${who}对${year}年度${projects.length}个项目开展了绩效自评，涉及资金${wan(funds)}。自评表见附件。`,
  );
}

function glossary(title: string, agency: Agency): Chapter {
  return proseChapter(
    title,
    title,
    agency.glossary.map((entry, index) => text(`${NUMERALS[index]}、${entry}`)),
  );
}

function annex(title: string, year: number, projects: readonly Project[]): Chapter {
  const entry = '项目支出绩效自评表';
  return {
    title,
    entries: [entry],
    draw: (paper, pages) => {
      chapterPage(paper, title, pages);
      pages.set(entry, paper.pageNumber + 1);
      return projects.map((project) => drawEvaluation(paper, year, project));
    },
  };
}
