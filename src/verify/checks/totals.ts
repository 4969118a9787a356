import type { Panel, Report } from '../../normalize/report.js';
import type { Check, Identity } from '../check.js';
import { childrenOf, codedRows, codeOf } from '../code-tree.js';
import { FUNDS, OTHER_SOURCES, TWO_SIDED } from '../forms.js';
import {
  columnLabel,
  downTerm,
  knownColumns,
  type LocatedRow,
  missingTerm,
  rowBy,
  rowDoubt,
  rowsOf,
  statementsOf,
  subjectOf,
  sumIdentity,
} from '../terms.js';

const FISCAL_PARTS = FUNDS.map((fund) => `fiscal-${fund}`);
const OPENING_PARTS = FUNDS.map((fund) => `opening-${fund}`);
const BROUGHT_IN = ['opening', 'use-nonfiscal-surplus', 'use-special-surplus'];
const SET_ASIDE = ['surplus-distribution', 'closing', 'carried-forward'];
const USES = ['use-basic', 'use-project', 'use-reserve'];
const TOTALS = ['current-total', 'grand-total'];
const UNDERSTOOD: Readonly<Record<Panel, ReadonlySet<string>>> = {
  revenue: new Set([
    ...FUNDS,
    ...OTHER_SOURCES,
    ...FISCAL_PARTS,
    ...OPENING_PARTS,
    ...BROUGHT_IN,
    ...TOTALS,
    'fiscal',
    'education-fees',
  ]),
  expenditure: new Set([...SET_ASIDE, ...USES, ...TOTALS]),
};

function rowsBy(lines: readonly LocatedRow[], keys: readonly string[]): readonly LocatedRow[] {
  return lines.filter(({ row }) => keys.includes(row.key));
}

/** One identity for each known column: total row = part rows. Without a total row the total is missing, not zero. */
function sumsDown(
  lines: readonly LocatedRow[],
  panel: Panel,
  total: LocatedRow | undefined,
  parts: readonly LocatedRow[],
  totalLabel: string,
): readonly Identity[] {
  const model = total ?? parts[0];
  if (model === undefined) return [];
  const isUnderstood = (line: LocatedRow) => UNDERSTOOD[panel].has(line.row.key) || codeOf(line) !== null;
  return knownColumns(model.row).map((column) =>
    sumIdentity(
      subjectOf(model.table, total?.row.label || totalLabel, columnLabel(model.table, panel, column)),
      total ? downTerm(total, column) : missingTerm(totalLabel),
      parts.map((part) => downTerm(part, column)),
      rowDoubt(lines, column, isUnderstood),
    ),
  );
}

/** Revenue by source. Where 财政拨款收入 is one line, the funds below it are 其中 and not added again. */
function sourcesOf(lines: readonly LocatedRow[]): readonly LocatedRow[] {
  return rowsBy(lines, [...(rowBy(lines, 'fiscal') ? ['fiscal'] : FUNDS), ...OTHER_SOURCES]);
}

/** The list adds up to the total of the year; a form without one (Shanghai budgets) adds all up to its grand total. */
function listSum(
  lines: readonly LocatedRow[],
  panel: Panel,
  list: readonly LocatedRow[],
  beyondTheYear: readonly string[],
  totalLabel: string,
): readonly Identity[] {
  if (list.length === 0) return [];
  const current = rowBy(lines, 'current-total');
  const parts = current ? list : [...list, ...rowsBy(lines, beyondTheYear)];
  return sumsDown(lines, panel, current ?? rowBy(lines, 'grand-total'), parts, totalLabel);
}

function grandSum(lines: readonly LocatedRow[], panel: Panel, beyondTheYear: readonly string[]): readonly Identity[] {
  const current = rowBy(lines, 'current-total');
  const grand = rowBy(lines, 'grand-total');
  if (current === undefined || grand === undefined) return [];
  return sumsDown(lines, panel, grand, [current, ...rowsBy(lines, beyondTheYear)], '总计');
}

function partsSum(
  lines: readonly LocatedRow[],
  totalKey: string,
  partKeys: readonly string[],
  needed: string,
): readonly Identity[] {
  const total = rowBy(lines, totalKey);
  // 其中 may name one fund only: without the general public budget the list is not a whole one.
  if (total === undefined || rowBy(lines, needed) === undefined) return [];
  return sumsDown(lines, 'revenue', total, rowsBy(lines, partKeys), total.row.label);
}

function inPanel(panel: Panel, find: (lines: readonly LocatedRow[]) => readonly Identity[]) {
  return (report: Report) => statementsOf(report, TWO_SIDED).flatMap((table) => find(rowsOf(table, panel)));
}

/** Sums down the two lists of the summary statements (T01.1-T01.4, T04.1-T04.3, T04.5 and their budget twins). */
export const totals: readonly Check[] = [
  {
    id: 'totals/revenue',
    zh: '本年收入合计（预算：收入总计）= 各项收入之和',
    en: 'total revenue of the year (budgets: grand total) = sum of the revenue sources',
    severity: 'error',
    notApplicable: 'Lines marked 其中 are parts of the line above and are not added.',
    identities: inPanel('revenue', (lines) => listSum(lines, 'revenue', sourcesOf(lines), BROUGHT_IN, '本年收入合计')),
  },
  {
    id: 'totals/fiscal-revenue',
    zh: '财政拨款收入 = 一般公共预算 + 政府性基金 + 国有资本经营预算',
    en: 'fiscal appropriation = general public budget + government-managed funds + state capital operations',
    severity: 'error',
    notApplicable: 'Only where the funds are listed below the line 财政拨款收入; a single 其中 line is not a sum.',
    identities: inPanel('revenue', (lines) => partsSum(lines, 'fiscal', FISCAL_PARTS, 'fiscal-general-budget')),
  },
  {
    id: 'totals/revenue-grand',
    zh: '收入总计 = 本年收入合计 + 使用结余 + 年初结转和结余',
    en: 'grand total of revenue = revenue of the year + surplus used + brought forward',
    severity: 'error',
    notApplicable: 'Only where both 本年收入合计 and 总计 are printed.',
    identities: inPanel('revenue', (lines) => grandSum(lines, 'revenue', BROUGHT_IN)),
  },
  {
    id: 'totals/opening',
    zh: '年初财政拨款结转和结余 = 各类资金年初结转和结余之和',
    en: 'fiscal appropriation brought forward = sum over the three funds',
    severity: 'error',
    notApplicable: 'Only where the opening balance is listed by fund.',
    identities: inPanel('revenue', (lines) => partsSum(lines, 'opening', OPENING_PARTS, 'opening-general-budget')),
  },
  {
    id: 'totals/expenditure-by-function',
    zh: '本年支出合计（预算：支出总计）= 各功能分类支出之和',
    en: 'total expenditure of the year (budgets: grand total) = sum of the functional classes',
    severity: 'error',
    notApplicable: 'Only where expenditure is listed by functional class.',
    identities: inPanel('expenditure', (lines) => {
      const classes = childrenOf(null, codedRows(lines)).map(({ line }) => line);
      return listSum(lines, 'expenditure', classes, SET_ASIDE, '本年支出合计');
    }),
  },
  {
    id: 'totals/expenditure-by-use',
    zh: '当年支出小计 = 基本支出 + 项目支出 + 单位预留机动经费',
    en: 'expenditure of the year = basic + project + reserve of the unit',
    severity: 'error',
    notApplicable: 'Only in forms that list expenditure by use (支出用途), as in Jiangsu.',
    identities: inPanel('expenditure', (lines) =>
      listSum(lines, 'expenditure', rowsBy(lines, USES), SET_ASIDE, '当年支出小计'),
    ),
  },
  {
    id: 'totals/expenditure-grand',
    zh: '支出总计 = 本年支出合计 + 结余分配 + 年末结转和结余',
    en: 'grand total of expenditure = expenditure of the year + distribution of surplus + carried forward',
    severity: 'error',
    notApplicable: 'Only where both 本年支出合计 and 总计 are printed.',
    identities: inPanel('expenditure', (lines) => grandSum(lines, 'expenditure', SET_ASIDE)),
  },
];
