import type { Claim, Fact } from '../../../normalize/narrative/claim.js';
import { claimPath, factPath } from '../../../normalize/quantities.js';
import type { Report, StatementKind } from '../../../normalize/report.js';
import type { Check, Identity, Judgement, Term } from '../../check.js';
import { moneyText } from '../../money-text.js';
import { alongTerm, quantityTerm, rowBy, rowsOf, statementsOf } from '../../terms.js';
import { integerOf } from '../../value.js';
import { sideText, termText } from '../../wording.js';
import { isRead, projectEvaluationsOf, projectName, totalFund } from './marks.js';

const EXPENDITURE: ReadonlySet<StatementKind> = new Set(['expenditure']);
const SUMMARY: ReadonlySet<StatementKind> = new Set(['revenue-and-expenditure']);

/** Budget of the year and spent amount of each project; `null` where one of them was not read: a sum with a hole says nothing. */
function projectTerms(report: Report, column: 'adjusted' | 'executed'): readonly Term[] | null {
  const name = column === 'adjusted' ? '全年预算数' : '全年执行数';
  const terms = projectEvaluationsOf(report).map((table) =>
    totalFund(table, column, `${projectName(table).slice(1, -1)} ${name}`),
  );
  const read = terms.filter((term) => term !== null);
  return read.length === terms.length && read.length > 0 ? read : null;
}

const sumOf = (terms: readonly Term[]) => terms.reduce((sum, { figure }) => sum + (integerOf(figure) ?? 0), 0);

/** 项目支出 of 支出决算表, row 合计. */
function projectExpenditure(report: Report): Term | null {
  const [table] = statementsOf(report, EXPENDITURE);
  const line = table === undefined ? undefined : rowBy(rowsOf(table, null), 'total');
  if (line === undefined || line.row.figures.project?.amount == null) return null;
  return { ...alongTerm(line, 'project'), label: '支出决算表 项目支出' };
}

/** 年末结转和结余 of 收入支出决算总表. */
function closing(report: Report): Term | null {
  const [table] = statementsOf(report, SUMMARY);
  const line = table === undefined ? undefined : rowBy(rowsOf(table, 'expenditure'), 'closing');
  const column = line === undefined ? undefined : Object.keys(line.row.figures)[0];
  if (line === undefined || column === undefined || line.row.figures[column]?.amount == null) return null;
  return { ...alongTerm(line, column), label: '收入支出决算总表 年末结转和结余' };
}

const money = (fen: number) => moneyText(fen, '万元');

/** F9: how much of the project expenditure was evaluated. */
function spending(report: Report): readonly Judgement[] {
  const executed = projectTerms(report, 'executed');
  const project = projectExpenditure(report);
  if (executed === null || project === null) return [];
  const gap = (integerOf(project.figure) ?? 0) - sumOf(executed);
  const message =
    gap > 0
      ? `自评项目执行数合计 ${money(sumOf(executed))}，${termText(project)}，有 ${money(gap)} 没有自评表。合计 = ${sideText(executed)}。`
      : `自评项目执行数合计 ${money(sumOf(executed))}，比${termText(project)}还多 ${money(-gap)}，自评可能包括转拨其他单位的资金。合计 = ${sideText(executed)}。`;
  return [
    {
      subject: '绩效自评覆盖的项目支出',
      outcome: gap === 0 ? 'exact' : 'violation',
      measure: 'money',
      left: money(sumOf(executed)),
      right: money(integerOf(project.figure) ?? 0),
      terms: [...executed, project],
      about: [],
      diagnosis: null,
      message: gap === 0 ? '' : message,
    },
  ];
}

/** F9: budget that was not spent, against what was carried forward. */
function unspent(report: Report): readonly Judgement[] {
  const budget = projectTerms(report, 'adjusted');
  const executed = projectTerms(report, 'executed');
  const carried = closing(report);
  if (budget === null || executed === null || carried === null) return [];
  const left = sumOf(budget) - sumOf(executed);
  const kept = integerOf(carried.figure) ?? 0;
  const holds = left <= kept;
  return [
    {
      subject: '自评项目未用完的预算',
      outcome: holds ? 'exact' : 'violation',
      measure: 'money',
      left: money(left),
      right: money(kept),
      terms: [...budget, ...executed, carried],
      about: [],
      diagnosis: holds ? null : 'unspent-not-carried',
      message: holds
        ? ''
        : `自评项目全年预算 ${money(sumOf(budget))} 减执行数 ${money(sumOf(executed))}，余 ${money(left)} 未用，` +
          `而${termText(carried)}，少 ${money(left - kept)}；可能已由财政收回，报告没有说明。预算 = ${sideText(budget)}；执行 = ${sideText(executed)}。`,
    },
  ];
}

/** Whether a fact or claim is about self-evaluations, not about goals or monitoring of a budget. */
const OTHER_STAGE = /目标|监控|跟踪|事前|重点|财政评价|部门评价|外部评价|再评价|整体/;

function isOfSelfEvaluation(text: string | null): boolean {
  return text === null || !OTHER_STAGE.test(text);
}

interface Told {
  readonly funds: readonly { readonly claim: Claim; readonly path: string }[];
  readonly counts: readonly { readonly fact: Fact; readonly path: string }[];
}

function toldBy(report: Report): Told {
  return {
    funds: report.claims
      .map((claim, index) => ({ claim, path: claimPath(index, 'amount') }))
      .filter(({ claim }) => claim.subject === 'performance-funds' && isOfSelfEvaluation(claim.row ?? claim.label)),
    counts: report.facts
      .map((fact, index) => ({ fact, path: factPath(index) }))
      .filter(({ fact }) => fact.kind === 'performance-projects' && isOfSelfEvaluation(fact.subject ?? fact.label)),
  };
}

/** The number of tables as a term: it is counted, not printed. */
function tableCount(report: Report): Term {
  const tables = projectEvaluationsOf(report);
  return {
    sign: 1,
    label: '附件中的自评表',
    path: '',
    figure: {
      printed: String(tables.length),
      unit: '张',
      measure: 'count',
      reading: 'amount',
      value: tables.length * 10_000,
      step: 10_000,
      edits: [],
      places: tables.flatMap(({ evaluation }) => evaluation.places.slice(0, 1)),
      confidence: null,
      status: 'unverified',
    },
  };
}

/** The number that the prose tells against the tables that are there. A body may publish only some of its evaluations. */
function counted(report: Report): readonly Identity[] {
  const { counts } = toldBy(report);
  const tables = projectEvaluationsOf(report).length;
  if (tables === 0) return [];
  return counts.flatMap(({ fact, path }) => {
    if (!isRead(fact.value)) return [];
    const fewer = tables * 10_000 < fact.value.value;
    return [
      {
        subject: '绩效自评项目个数',
        shape: 'same-fact' as const,
        left: [quantityTerm(path, '文字说明的自评项目', fact.value)],
        right: [tableCount(report)],
        doubt: null,
        ...(fewer ? { severity: 'note' as const } : {}),
      },
    ];
  });
}

/** The funds that the prose tells against the budgets of the tables, where every project has its table. */
function funded(report: Report): readonly Identity[] {
  const { funds, counts } = toldBy(report);
  const budget = projectTerms(report, 'adjusted') ?? projectTerms(report, 'executed');
  const tables = projectEvaluationsOf(report).length;
  const partial = counts.some(({ fact }) => isRead(fact.value) && fact.value.value !== tables * 10_000);
  if (budget === null || partial) return [];
  return funds.flatMap(({ claim, path }) => {
    const { amount } = claim.numbers;
    if (!isRead(amount)) return [];
    return [
      {
        subject: '绩效自评涉及资金',
        shape: 'sum' as const,
        left: [quantityTerm(path, '文字说明的自评资金', amount)],
        right: budget,
        doubt: counts.length === 0 ? '文字没有说明项目个数，附件可能只公开了一部分自评表' : null,
        blames: [path],
      },
    ];
  });
}

/** F9 and the performance summary: what the self-evaluations cover. */
export const coverage: readonly Check[] = [
  {
    id: 'evaluation/coverage',
    zh: '自评项目执行数合计与支出决算表的项目支出一致，未用完的预算不多于年末结转和结余',
    en: 'spending of the evaluated projects covers the project expenditure; what they left unspent was carried forward',
    severity: 'note',
    notApplicable:
      'A table whose funds were not read; a report without 支出决算表 or 收入支出决算总表. Treasuries take unspent money back.',
    identities: () => [],
    judgements: (report) => [...spending(report), ...unspent(report)],
  },
  {
    id: 'evaluation/summary',
    zh: '文字说明的自评项目个数和资金 = 自评表张数和全年预算数合计',
    en: 'number and funds of self-evaluated projects in the prose = number of tables and the sum of their budgets',
    severity: 'error',
    notApplicable:
      'Reports without evaluation tables. Fewer tables than projects: a note, since a body may publish some only; the funds are then not compared.',
    identities: (report) => [...counted(report), ...funded(report)],
  },
];
