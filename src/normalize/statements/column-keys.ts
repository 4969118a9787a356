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
  reportKind: ReportKind | null,
  byOrder = true,
): NamedColumn[] {
  const columns = block.values.map((column) => heads[column]).filter((head) => head !== undefined);
  const phases = columns.map((head) => phaseOf(head.path.at(-1) ?? ''));
  const named = columns.map((head, index): { key: string | null; phase: Phase | null } => {
    const phase = phases[index] ?? null;
    const above = head.path.slice(0, -1);
    const key =
      phase === null
        ? keyByPath(head.path, heads, template?.kind ?? null)
        : keyByPath(above, heads, template?.kind ?? null);
    if (phase !== null && key !== null && columns.length > 1) return { key: `${key}-${phase}`, phase };
    if (key !== null && phase === null) return { key, phase };
    if (phase !== null) return { key: columns.length > 1 ? phase : 'amount', phase };
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
    const fallback: Phase | null = reportKind === null ? null : reportKind === 'budget' ? 'approved' : 'executed';
    return { column: head.column, key, phase: named[index]?.phase ?? phaseOfKey(key) ?? fallback, unknown };
  });
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

function phaseOf(leaf: string): Phase | null {
  for (const [phase, patterns] of Object.entries(columnTemplates().phaseHeads))
    if (matchesAny(patterns, leaf)) return phase as Phase;
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
