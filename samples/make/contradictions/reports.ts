import { sum } from '../money.js';
import { Paper } from '../paper.js';
import { drawCentred, drawProse, type Paragraph } from '../prose.js';
import { head } from '../rows.js';
import { type Sample, sha256 } from '../sample.js';
import { drawStatement, type StatementPlan } from '../statement.js';
import { drawTable } from '../table.js';
import type { Truth, TruthStatement } from '../truth.js';
import { accountProse } from './account-prose.js';
import { budgetProse } from './budget-prose.js';
import {
  appropriationsTable,
  basicExpenditureTable,
  functionTables,
  stateCapitalTable,
  summaryTable,
  threePublicTable,
} from './budget-tables.js';
import {
  expenditureStatement,
  generalBudgetStatement,
  governmentFundsStatement,
  revenueStatement,
  stateCapitalStatement,
} from './by-function.js';
import counts from './counts.json' with { type: 'json' };
import { basicExpenditureStatement, threePublicInOneRow, threePublicVertical } from './detail.js';
import { drawEvaluation, type Project } from './evaluation.js';
import evaluations from './evaluations.json' with { type: 'json' };
import { type Account, account2022, account2023, BODY, budget2023 } from './figures.js';
import { otherProse } from './other-prose.js';
import { located, type Plant, type PlantedEntry, plantProject, plantProse, plantStatement } from './plants.js';
import planted from './plants.json' with { type: 'json' };
import { heading, text, wan } from './sentences.js';
import { appropriationsStatement, summaryStatement } from './summaries.js';
import texts from './texts.json' with { type: 'json' };

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
const PROJECTS = evaluations.projects as unknown as readonly Project[];
const PLANTS: readonly Plant[] = planted;

/** A report whose contradictions are known. */
export interface PlantedSample extends Sample {
  readonly planted: readonly PlantedEntry[];
}

/** A chapter of a report: its title, its lines in the contents list, and what draws it from a new page on. */
interface Chapter {
  readonly title: string;
  readonly entries: readonly string[];
  readonly draw: (paper: Paper, pages: Map<string, number>) => TruthStatement[];
}

/** The final accounts of 2022: everything in them agrees. */
export async function accounts2022(): Promise<Sample> {
  const account = account2022();
  const prose = [
    ...accountProse(account),
    ...otherProse(account, counts[2022], [
      heading('（四）预算绩效管理情况'),
      text('本部门按要求开展预算绩效管理，绩效自评结果另行公开。'),
    ]),
  ];
  return print(
    { file: 'lanze-water-2022-final.pdf', kind: 'final_accounts', year: 2022, level: 'department' },
    '2022年度部门决算',
    [
      overview(2022),
      statementChapter('第二部分 2022年度部门决算表', statements(account, threePublicVertical(account)), []),
      proseChapter('第三部分 2022年度部门决算情况说明', '第三部分 2022年度部门决算情况说明', prose),
      glossary(),
    ],
  );
}

/** The budget of 2023: everything in it agrees, also with the two accounts. */
export async function budgetOf2023(): Promise<Sample> {
  const budget = budget2023();
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
    stateCapitalTable(),
  ];
  return print(
    { file: 'lanze-water-2023-budget.pdf', kind: 'budget', year: 2023, level: 'department' },
    '2023年部门预算',
    [
      overview(2023),
      proseChapter('第二部分 2023年部门预算情况说明', '第二部分 2023年部门预算情况说明', budgetProse(budget)),
      statementChapter('第三部分 2023年部门预算表', plans, []),
    ],
  );
}

/** The final accounts of 2023, with everything that plants.json puts in. */
export async function accounts2023(): Promise<PlantedSample> {
  const account = account2023();
  const title = PLANTS.find(({ where }) => where === 'part');
  const omitted = PLANTS.filter(({ where }) => where === 'omit').map(({ row }) => row);
  const plans = statements(account, threePublicInOneRow(account)).map((plan) => plantStatement(plan, PLANTS));
  const prose = plantProse([...accountProse(account), ...otherProse(account, counts[2023], performance())], PLANTS);
  const annex: Chapter = {
    title: '第五部分 附件',
    entries: ['项目支出绩效自评表'],
    draw: (paper, pages) => {
      chapterPage(paper, '第五部分 附件', pages);
      pages.set('项目支出绩效自评表', paper.pageNumber + 1);
      return PROJECTS.map((project) => drawEvaluation(paper, 2023, plantProject(project, PLANTS)));
    },
  };
  let texts: string[] = [];
  const sample = await print(
    { file: 'lanze-water-2023-final-planted.pdf', kind: 'final_accounts', year: 2023, level: 'department' },
    '2023年度部门决算',
    [
      overview(2023),
      statementChapter('第二部分 2023年度部门决算表', plans, omitted),
      proseChapter(title?.right ?? '', title?.printed ?? '', prose),
      glossary(),
      annex,
    ],
    (pages) => {
      texts = pages;
    },
  );
  return { ...sample, planted: located(PLANTS, texts, 1) };
}

function statements(account: Account, threePublic: StatementPlan): StatementPlan[] {
  return [
    summaryStatement(account),
    revenueStatement(account),
    expenditureStatement(account),
    appropriationsStatement(account),
    generalBudgetStatement(account),
    basicExpenditureStatement(account),
    governmentFundsStatement(account),
    stateCapitalStatement(account.year),
    threePublic,
  ];
}

function performance(): Paragraph[] {
  const funds = sum(PROJECTS.map(({ adjusted }) => adjusted));
  return [
    heading('（四）预算绩效管理情况'),
    text(
      `按照预算绩效管理要求，本部门对2023年度${PROJECTS.length}个项目开展了绩效自评，涉及资金${wan(funds)}。` +
        '从自评情况看，农村供水管网改造与水质检测等项目执行较好，资金使用规范，基本达到预期效果，自评表见附件。',
    ),
  ];
}

/** Prints a report twice: the first time to learn the pages that the contents list names. */
async function print(
  about: Pick<Truth, 'file' | 'kind' | 'year' | 'level'>,
  title: string,
  chapters: readonly Chapter[],
  withTexts: (pages: string[]) => void = () => {},
): Promise<Sample> {
  const pages = new Map<string, number>();
  draw(await Paper.create(BODY + title, 'stroked'), title, chapters, pages);
  const paper = await Paper.create(BODY + title, 'stroked');
  const printed = draw(paper, title, chapters, pages);
  withTexts(Array.from({ length: paper.pageNumber }, (_, index) => paper.textOf(index + 1)));
  const bytes = await paper.bytes();
  return { bytes, truth: { ...about, sha256: sha256(bytes), body: BODY, statements: printed } };
}

function draw(paper: Paper, title: string, chapters: readonly Chapter[], pages: Map<string, number>): TruthStatement[] {
  paper.addPage('portrait');
  drawCentred(paper, BODY, 280, 26);
  drawCentred(paper, title, 330, 26);
  paper.foot = (page) => `— ${page} —`;
  paper.addPage('portrait');
  const entries = chapters.flatMap((chapter) => [
    leader(paper, chapter.title, pages),
    ...chapter.entries.map((entry) => leader(paper, entry, pages, '　')),
  ]);
  drawProse(paper, [{ kind: 'part', text: '目　录' }, ...entries], 64, 'portrait');
  return chapters.flatMap((chapter) => chapter.draw(paper, pages));
}

/** A line of the contents list: the title, dots to the margin, the page. */
function leader(paper: Paper, title: string, pages: ReadonlyMap<string, number>, indent = ''): Paragraph {
  const page = String(pages.get(title) ?? 0);
  const [words, room] = [`${indent}${title}`, paper.width - 2 * 72 - 6];
  const dots = Math.floor((room - paper.measure(words + page, 11)) / paper.measure('.', 11));
  return { kind: 'entry', text: `${words}${'.'.repeat(dots)}${page}` };
}

function chapterPage(paper: Paper, title: string, pages: Map<string, number>): void {
  paper.addPage('portrait');
  pages.set(title, paper.pageNumber);
  drawCentred(paper, title, 380, 20);
}

/** Part one: duties, and the table of units. */
function overview(year: number): Chapter {
  const title = '第一部分 部门概况';
  const entries = ['一、主要职责', '二、机构设置'];
  return {
    title,
    entries,
    draw: (paper, pages) => {
      paper.addPage('portrait');
      for (const entry of [title, ...entries]) pages.set(entry, paper.pageNumber);
      const y = drawProse(
        paper,
        [
          { kind: 'part', text: title },
          heading('一、主要职责'),
          ...texts.duties.map(text),
          heading('二、机构设置'),
          text(`纳入${BODY}${year}年部门编报范围的单位共${texts.units.length}个，具体如下：`),
        ],
        64,
        'portrait',
      );
      const { truth } = drawTable(
        paper,
        {
          widths: [48, 230, 160],
          header: [{ cells: ['序号', '单位名称', '单位性质'].map((name) => head(name)) }],
          body: texts.units.map(({ name, nature }, index) => ({
            cells: [head(String(index + 1)), { text: name }, { text: nature }],
            truth: [{ side: null, code: null, label: name, values: [String(index + 1), nature] }],
          })),
          rules: 'stroke',
          repeatHeader: false,
          rowHeight: 22,
          orientation: 'portrait',
        },
        y + 10,
      );
      return [
        {
          form: 'X:单位构成',
          title: '单位构成',
          unit: null,
          pages: [paper.pageNumber],
          columns: ['序号', '单位性质'],
          rows: truth,
          blank_rows: 0,
          notes: [],
        },
      ];
    },
  };
}

/** The statements, each in the contents list, also those that are left out. */
function statementChapter(title: string, plans: readonly StatementPlan[], omitted: readonly unknown[]): Chapter {
  const entry = (plan: StatementPlan, index: number): string => `${NUMERALS[index]}、${plan.title}`;
  return {
    title,
    entries: plans.map(entry),
    draw: (paper, pages) => {
      chapterPage(paper, title, pages);
      return plans.flatMap((plan, index) => {
        pages.set(entry(plan, index), paper.pageNumber + 1);
        return omitted.includes(plan.form) ? [] : [drawStatement(paper, plan)];
      });
    },
  };
}

function proseChapter(title: string, printed: string, prose: readonly Paragraph[]): Chapter {
  const entries = prose
    .filter(({ kind, text }) => kind === 'heading' && !text.startsWith('（'))
    .map(({ text }) => text);
  return {
    title,
    entries,
    draw: (paper, pages) => {
      paper.addPage('portrait');
      pages.set(title, paper.pageNumber);
      drawSections(paper, [{ kind: 'part', text: printed }, ...prose], pages);
      return [];
    },
  };
}

/** Prose, section by section, so that the page of each heading is known. */
function drawSections(paper: Paper, prose: readonly Paragraph[], pages: Map<string, number>): void {
  let y = 64;
  for (const paragraph of prose) {
    y = drawProse(paper, [paragraph], y, 'portrait');
    pages.set(paragraph.text, paper.pageNumber);
  }
}

function glossary(): Chapter {
  return proseChapter('第四部分 名词解释', '第四部分 名词解释', texts.glossary.map(text));
}
