import type { Phase, ReportKind, StatementKind } from '../report.js';
import type { ColumnBlock, ColumnHead } from './columns.js';
import { columnTemplates, matchesAny, type StatementTemplate } from './templates.js';

/** What a value column is called in the database. */
export interface NamedColumn {
  readonly column: number;
  readonly key: string;
  readonly phase: Phase | null;
  /** No head and no order of the form tells what the column is; its key is its number. */
  readonly unknown: boolean;
}

/**
 * Names the value columns of one block by their heads, and where the heads say nothing (a text dump) by the order of the
 * form with as many columns. A column that neither tells stays 'column-N': never guessed.
 * @param byOrder false where the form itself is in question: then only heads may speak for it
 */
export function nameColumns(
  heads: readonly ColumnHead[],
  block: ColumnBlock,
  template: StatementTemplate | null,
  context: { readonly reportKind: ReportKind | null; readonly fiscalYear: number | null },
  byOrder = true,
): NamedColumn[] {
  const columns = block.values.map((column) => heads[column]).filter((head) => head !== undefined);
  const beside = heads[block.labels[0] ?? block.codes[0] ?? -1]?.path ?? [];
  const split = columns.map((head) => splitPhase(withoutBlockHead(head.path, beside), context.fiscalYear));
  const usual = usualSuffix(split.map(suffixOf));
  const named = columns.map((head, index): { key: string | null; phase: Phase | null } => {
    const { phase, prior, rest } = split[index] ?? { phase: null, prior: false, rest: head.path };
    const suffix = suffixOf({ phase, prior });
    const key = keyByPath(rest, heads, template?.kind ?? null);
    if (key !== null) return { key: suffix === usual ? key : `${key}${suffix}`, phase };
    if (phase !== null) return { key: columns.length > 1 ? suffix.slice(1) : 'amount', phase };
    return { key: isAmountHead(head) ? 'amount' : null, phase };
  });
  const order = !byOrder
    ? null
    : orderFor(
        template,
        block,
        named.map((one) => one.key),
      );
  const used = new Set<string>();
  return columns.map((head, index) => {
    const wanted = order?.[index] ?? named[index]?.key ?? null;
    const unknown = wanted === null || used.has(wanted);
    const key = unknown ? `column-${head.column + 1}` : wanted;
    used.add(key);
    const fallback: Phase | null =
      context.reportKind === null ? null : context.reportKind === 'budget' ? 'approved' : 'executed';
    return { column: head.column, key, phase: named[index]?.phase ?? phaseOfKey(key) ?? fallback, unknown };
  });
}

/**
 * The part of a path that is over the labels too names the block, not the column: 本年收入 and 本年支出 of two-sided forms, 人员经费 over
 * code, name and 决算数.
 */
function withoutBlockHead(path: readonly string[], beside: readonly string[]): readonly string[] {
  let shared = 0;
  while (shared < path.length - 1 && path[shared] === beside[shared]) shared++;
  return path.slice(shared);
}

function keyByPath(path: readonly string[], heads: readonly ColumnHead[], kind: StatementKind | null): string | null {
  const joined = path.join('/');
  if (joined === '') return null;
  const rule = columnTemplates().keys.find(
    (candidate) =>
      (candidate.kinds.length === 0 || (kind !== null && candidate.kinds.some((one) => one === kind))) &&
      candidate.path.test(joined) &&
      (candidate.besides === undefined || heads.some((head) => candidate.besides?.test(head.path.join('/')))),
  );
  return rule?.key ?? null;
}

function isAmountHead(head: ColumnHead): boolean {
  return matchesAny(columnTemplates().amountHeads, head.path.at(-1) ?? '');
}

/**
 * Takes the head that tells the phase (预算数, 决算数) out of a path. It stands below the item (Shanghai: 合计/预算数) or over a whole
 * set of items (national form since 2022: 预算数/合计). A head with another year than the report's is of that year (上年).
 */
function splitPhase(
  path: readonly string[],
  fiscalYear: number | null,
): { readonly phase: Phase | null; readonly prior: boolean; readonly rest: readonly string[] } {
  for (const at of [path.length - 1, 0]) {
    const head = path[at] ?? '';
    const phase = phaseOf(head);
    if (phase === null) continue;
    const year = /(?:19|20)\d{2}/.exec(head)?.[0];
    const prior = /^上年/.test(head) || (year !== undefined && fiscalYear !== null && Number(year) < fiscalYear);
    return { phase, prior, rest: path.filter((_, index) => index !== at) };
  }
  return { phase: null, prior: false, rest: path };
}

function suffixOf({ phase, prior }: { readonly phase: Phase | null; readonly prior: boolean }): string {
  return `${phase === null ? '' : `-${phase}`}${prior ? '-prior' : ''}`;
}

/**
 * The phase that goes without saying: that of most columns (合计, 基本支出, 项目支出 of the budget year beside one column of the year
 * before). Where two phases have as many columns, as in the pairs of “三公”, none does.
 */
function usualSuffix(suffixes: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const suffix of suffixes) counts.set(suffix, (counts.get(suffix) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && (!second || first[1] > second[1]) ? first[0] : null;
}

function phaseOf(head: string): Phase | null {
  for (const [phase, patterns] of Object.entries(columnTemplates().phaseHeads))
    if (matchesAny(patterns, head)) return phase as Phase;
  return null;
}

function phaseOfKey(key: string): Phase | null {
  const last = key.split('-').at(-1);
  return last === 'approved' || last === 'adjusted' || last === 'executed' ? last : null;
}

/**
 * The order of the form, where some heads say nothing (a text dump, a header whose levels run together) and the ones that do
 * agree with it. A header that is read whole needs no order.
 */
function orderFor(
  template: StatementTemplate | null,
  block: ColumnBlock,
  keys: readonly (string | null)[],
): readonly string[] | null {
  if (keys.every((key) => key !== null) && new Set(keys).size === keys.length) return null;
  const orders = template?.orders[block.panel ?? ''] ?? [];
  const fitting = orders.filter(
    (order) => order.length === keys.length && keys.every((key, index) => key === null || key === order[index]),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
