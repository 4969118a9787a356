import type { ClaimSubject } from '../../../normalize/narrative/claim.js';
import type { Report, StatementKind } from '../../../normalize/report.js';
import type { Check, Identity, Judgement, Term } from '../../check.js';
import { type ClaimAt, claimSubject, claimsOf, claimTerm, isSameAmount, isZeroValue, printedOf } from '../../claims.js';
import { codeOf } from '../../code-tree.js';
import { downTerm, type Located, type LocatedRow, rowsOf, statementsOf } from '../../terms.js';
import { integerOf } from '../../value.js';
import { termText } from '../../wording.js';
import { allTies } from './ties.js';

const ITEM = 7;
/** The table that lists the functions of a subject. */
const TABLES: Readonly<Partial<Record<ClaimSubject, ReadonlySet<StatementKind>>>> = {
  'general-budget-function': new Set(['general-budget-expenditure']),
  'fiscal-function': new Set(['appropriations-expenditure', 'general-budget-expenditure']),
  'expenditure-function': new Set(['expenditure']),
};
/** The totals whose section lists all of their functions. 支出 of all funds does not: its section may go on with fiscal money only. */
const TOTALS: Readonly<Partial<Record<ClaimSubject, ClaimSubject>>> = {
  'general-budget-expenditure': 'general-budget-function',
  'fiscal-expenditure': 'fiscal-function',
};

/** The claims about items 项 of one subject in one section, of the phase that the table prints. */
interface ItemList {
  readonly subject: ClaimSubject;
  readonly claims: readonly ClaimAt[];
}

function itemLists(report: Report): readonly ItemList[] {
  const wanted = report.kind === 'budget' ? 'approved' : 'executed';
  const lists = new Map<string, ClaimAt[]>();
  for (const at of claimsOf(report)) {
    const { subject, year, phase, code, section } = at.claim;
    if (TABLES[subject] === undefined || year !== 'current' || (phase !== null && phase !== wanted)) continue;
    if (code !== null && code.code.length !== ITEM) continue;
    if (claimTerm(at, 'amount') === null) continue;
    const key = `${section}|${subject}`;
    lists.set(key, [...(lists.get(key) ?? []), at]);
  }
  return [...lists.values()].flatMap((claims) => {
    const [first] = claims;
    return first === undefined ? [] : [{ subject: first.claim.subject, claims }];
  });
}

interface Item {
  readonly line: LocatedRow;
  readonly code: string;
  readonly path: string;
  readonly term: Term;
}

/** The item rows of a table whose amount is not zero. */
function itemsOf(line: LocatedRow): readonly Item[] {
  const code = codeOf(line);
  const column = ['total', 'amount'].find((key) => line.row.figures[key] !== undefined);
  if (code === null || code.length !== ITEM || column === undefined) return [];
  const term = downTerm(line, column);
  if ((integerOf(term.figure) ?? 0) === 0) return [];
  return [{ line, code, path: `${line.table.index}/${line.index}/`, term }];
}

function isAbout({ claim }: ClaimAt, item: Item): boolean {
  return claim.code?.code === item.code || (claim.figures.amount ?? []).some((path) => path.startsWith(item.path));
}

function judge(report: Report, list: ItemList): readonly Judgement[] {
  const [table] = statementsOf(report, TABLES[list.subject] ?? new Set());
  if (table === undefined) return [];
  const items = rowsOf(table, null).flatMap(itemsOf);
  const missing = items.filter((item) => !list.claims.some((at) => isAbout(at, item)));
  const told = items.length - missing.length;
  // A list that names few of the items was never meant to name all.
  if (told < 2 || 2 * told <= items.length) return [];
  const extra = list.claims.filter((at, index) => {
    const amount = claimTerm(at, 'amount');
    if (amount === null || isZeroValue(amount) || items.some((item) => isAbout(at, item))) return false;
    const isTold = list.claims.slice(0, index).some((before) => nameOf(before) === nameOf(at));
    return !isTold && !isUnreadRow(table, at, amount);
  });
  const extras = extra.flatMap((at) => claimTerm(at, 'amount') ?? []);
  const [first] = list.claims;
  const faults = missing.length + extra.length;
  const parts = [
    missing.length === 0 ? '' : `表中有而正文没有说明的：${missing.map(({ term }) => termText(term)).join('、')}`,
    extras.length === 0 ? '' : `正文说明而表中没有的：${extras.map(termText).join('、')}`,
  ].filter((text) => text !== '');
  return [
    {
      subject: first === undefined ? '分项说明' : sectionSubject(report, first),
      outcome: faults === 0 ? 'exact' : 'violation',
      measure: 'count',
      left: `正文 ${list.claims.length} 项`,
      right: `《${table.statement.title}》${items.length} 项`,
      terms: [...missing.map(({ term }) => term), ...extras],
      about: [],
      diagnosis: faults === 0 ? null : 'list-against-table',
      // 主要内容 may leave small items out; an item that the table does not have is no excerpt.
      severity: extra.length > 0 ? 'warning' : 'note',
      message: faults === 0 ? '' : `按项说明的支出与《${table.statement.title}》不一致。${parts.join('；')}。`,
    },
  ];
}

/** A row whose code is misprinted or was not read is in the table all the same: under the name of the claim, with its amount. */
function isUnreadRow(table: Located, { claim }: ClaimAt, amount: Term): boolean {
  const stated = printedOf(amount);
  return rowsOf(table, null).some((line) => {
    const { row } = line;
    if (codeOf(line) !== null) return false;
    const printed = (row.figures.total ?? row.figures.amount)?.amount;
    if (!printed || stated === null || row.label === '' || !claim.label.includes(row.label)) return false;
    return isSameAmount(stated, { value: printed.fen, step: printed.stepFen });
  });
}

function sectionSubject(report: Report, at: ClaimAt): string {
  return claimSubject(report, { ...at, claim: { ...at.claim, label: '各项支出' } });
}

/** The items that the prose tells against the item rows of the table (N10). */
export const narrativeItems: Check = {
  id: 'narrative/items',
  zh: '正文按项说明的支出 = 支出表中的各项',
  en: 'the items that the prose explains = the item rows of the expenditure table',
  severity: 'warning',
  notApplicable: 'Only where the prose explains more than half of the items: an excerpt is no fault.',
  identities: () => [],
  judgements: (report) => itemLists(report).flatMap((list) => judge(report, list)),
};

/** Totals of the budgets or finals of the items 项 against the total that the same section states. */
function sums(report: Report): readonly Identity[] {
  const totals = claimsOf(report).filter(
    ({ claim }) => TOTALS[claim.subject] !== undefined && claim.year === 'current',
  );
  const wrong = new Set(allTies(report).flatMap(({ at, is }) => (is === 'other' ? [at.index] : [])));
  return totals.flatMap((total) => {
    const subject = TOTALS[total.claim.subject];
    const [table] = statementsOf(report, (subject && TABLES[subject]) ?? new Set());
    const items = table === undefined ? [] : rowsOf(table, null).flatMap(itemsOf);
    const left = claimTerm(total, 'amount');
    const own = claimsOf(report).filter(
      ({ claim }) =>
        claim.subject === subject &&
        claim.section === total.claim.section &&
        claim.phase === total.claim.phase &&
        claim.year === total.claim.year &&
        (claim.code === null || claim.code.code.length === ITEM),
    );
    const firsts = items.flatMap((item) => own.find((at) => isAbout(at, item)) ?? []);
    const right = firsts.flatMap((at) => claimTerm(at, 'amount') ?? []);
    // Whole only when each item of the table is told, each once, and nothing else is.
    const isWhole = items.length > 1 && right.length === items.length && new Set(own.map(nameOf)).size === items.length;
    // An amount that is wrong against the table makes the sum wrong as well: one fault, told once.
    if (left === null || !isWhole || [total, ...firsts].some(({ index }) => wrong.has(index))) return [];
    return [{ subject: claimSubject(report, total, '各项之和'), shape: 'sum', left: [left], right, doubt: null }];
  });
}

function nameOf({ claim }: ClaimAt): string {
  return claim.code?.code ?? claim.label;
}

/** The items of a section add up to the total that it states, budgets and finals (N06). */
export const narrativeSum: Check = {
  id: 'narrative/sum',
  zh: '正文的支出总额 = 正文各项金额之和',
  en: 'the total that the prose states = sum of the items that it states, for budgets and finals',
  severity: 'error',
  notApplicable: 'Only where the prose tells each item of the table: then none is left out.',
  identities: sums,
};
