import { sum } from '../money.js';
import { Paper } from '../paper.js';
import type { Paragraph } from '../prose.js';
import { type Sample, sha256 } from '../sample.js';
import type { Truth } from '../truth.js';
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
import { type Chapter, chapterPage, drawReport, overview, proseChapter, statementChapter } from './chapters.js';
import counts from './counts.json' with { type: 'json' };
import { threePublicInOneRow, threePublicVertical } from './detail.js';
import { drawEvaluation, type Project } from './evaluation.js';
import evaluations from './evaluations.json' with { type: 'json' };
import { account2022, account2023, BODY, budget2023 } from './figures.js';
import { otherProse } from './other-prose.js';
import { located, type Plant, type PlantedEntry, plantProject, plantProse, plantStatement } from './plants.js';
import planted from './plants.json' with { type: 'json' };
import { heading, text, wan } from './sentences.js';
import { nationalStatements } from './statements.js';
import texts from './texts.json' with { type: 'json' };

const PROJECTS = evaluations.projects as unknown as readonly Project[];
const PLANTS: readonly Plant[] = planted;

/** A report whose contradictions are known. */
export interface PlantedSample extends Sample {
  readonly planted: readonly PlantedEntry[];
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
      overview(BODY, 2022, texts),
      statementChapter('第二部分 2022年度部门决算表', nationalStatements(account, threePublicVertical(account)), []),
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
    stateCapitalTable(budget),
  ];
  return print(
    { file: 'lanze-water-2023-budget.pdf', kind: 'budget', year: 2023, level: 'department' },
    '2023年部门预算',
    [
      overview(BODY, 2023, texts),
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
  const plans = nationalStatements(account, threePublicInOneRow(account)).map((plan) => plantStatement(plan, PLANTS));
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
  let printed: string[] = [];
  const sample = await print(
    { file: 'lanze-water-2023-final-planted.pdf', kind: 'final_accounts', year: 2023, level: 'department' },
    '2023年度部门决算',
    [
      overview(BODY, 2023, texts),
      statementChapter('第二部分 2023年度部门决算表', plans, omitted),
      proseChapter(title?.right ?? '', title?.printed ?? '', prose),
      glossary(),
      annex,
    ],
    (pages) => {
      printed = pages;
    },
  );
  return { ...sample, planted: located(PLANTS, printed, 1) };
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
  drawReport(await Paper.create(BODY + title, 'stroked'), BODY, title, chapters, pages);
  const paper = await Paper.create(BODY + title, 'stroked');
  const printed = drawReport(paper, BODY, title, chapters, pages);
  withTexts(Array.from({ length: paper.pageNumber }, (_, index) => paper.textOf(index + 1)));
  const bytes = await paper.bytes();
  return { bytes, truth: { ...about, sha256: sha256(bytes), body: BODY, statements: printed } };
}

function glossary(): Chapter {
  return proseChapter('第四部分 名词解释', '第四部分 名词解释', texts.glossary.map(text));
}
