import type { Phase } from '../printed.js';
import type { Statement, StatementKind, StatementRow } from '../report.js';
import type { Claim } from './claim.js';
import { type Cell, cellsOf } from './claim-cells.js';
import type { Draft } from './claim-draft.js';
import type { Naming } from './claim-naming.js';
import { claimWords } from './claim-seeds.js';

/** Phase and year of an amount. */
interface Time {
  readonly phase: Phase | null;
  readonly year: 'current' | 'prior';
}

/**
 * The cells of the statements that the amount of a claim repeats, by meaning and not by value: whether they agree is for the checks.
 * Only cells of the same year and phase. An amount without such a cell (年初预算 in most final accounts) has none. What an amount is
 * compared with (`base`) is repeated where a table has columns of the year before.
 */
export function figureLinks(
  statements: readonly Statement[],
  drafts: readonly Draft[],
): (draft: Draft) => Claim['figures'] {
  const hasPrior = statements.some(({ columns }) => columns.some(({ key }) => key.endsWith('-prior')));
  // 国内接待 is all of 公务接待费 only where the prose knows no foreign guests.
  const hasForeign = drafts.some(({ naming }) => naming.subject === 'reception-foreign');
  const find = (cell: Cell, time: Time): readonly string[] =>
    statements.flatMap((statement, index) =>
      statement.kind === cell.kind ? pathIn(statement, index, cell, time) : [],
    );
  const holders = (code: string): readonly StatementKind[] =>
    (['general-budget-expenditure', 'government-funds', 'state-capital'] as const).filter((kind) =>
      statements.some((statement) => statement.kind === kind && rowsOf(statement).has(`/${code}`)),
    );
  const amountAt = (cell: Cell): number | null => {
    const [s = '', r = '', column = ''] = (find(cell, { phase: null, year: 'current' })[0] ?? '').split('/');
    return statements[Number(s)]?.rows[Number(r)]?.figures[column]?.amount?.fen ?? null;
  };
  const isAllGeneralBudget = (): boolean => {
    const basic = amountAt({ kind: 'expenditure', rows: ['total'], columns: ['basic'] });
    return (
      basic !== null && basic === amountAt({ kind: 'general-budget-expenditure', rows: ['total'], columns: ['basic'] })
    );
  };
  const repeated = (naming: Naming, time: Time): readonly string[] => {
    if (time.year === 'prior' && !hasPrior) return [];
    const isBasicOfAll =
      /^(personnel|public)$/.test(naming.subject) && /^(expenditure|overall|none)$/.test(naming.scope);
    if (isBasicOfAll && !isAllGeneralBudget()) return [];
    return [...new Set(cellsOf(naming, holders).flatMap((cell) => find(cell, time)))];
  };
  return ({ naming, numbers, against }) => {
    if (naming.subject === 'reception-domestic' && (naming.row !== 'all' || hasForeign)) return {};
    const amount = numbers.amount === undefined ? [] : repeated(naming, naming);
    const isBefore = numbers.base !== undefined && naming.year === 'current' && against?.year === 'prior';
    const base = isBefore ? repeated(naming, against) : [];
    return { ...(amount.length > 0 ? { amount } : {}), ...(base.length > 0 ? { base } : {}) };
  };
}

/** Rows by `<panel>/<key>`. */
const rowIndexes = new WeakMap<Statement, ReadonlyMap<string, number>>();

function rowsOf(statement: Statement): ReadonlyMap<string, number> {
  const ready = rowIndexes.get(statement);
  if (ready !== undefined) return ready;
  const rows = new Map(statement.rows.map((row, index) => [`${row.panel ?? ''}/${row.key}`, index]));
  rowIndexes.set(statement, rows);
  return rows;
}

function pathIn(statement: Statement, index: number, cell: Cell, time: Time): readonly string[] {
  const rows = rowsOf(statement);
  const at = cell.rows.map((key) => rows.get(`${cell.panel ?? ''}/${key}`)).find((found) => found !== undefined);
  const row = at === undefined ? undefined : statement.rows[at];
  if (row === undefined) return [];
  const phases = phasesIn(statement, time.phase);
  const [column] = phases.flatMap((phase) =>
    cell.columns.flatMap((key) => columnOf(statement, row, key, { ...time, phase })),
  );
  return column === undefined ? [] : [`${index}/${at}/${column}`];
}

/** Where a note says that 预算数 is 全年预算数, that column is not 年初预算, and prose that only says 预算 may mean either. */
function phasesIn({ kind, notes }: Statement, phase: Phase | null): readonly (Phase | null)[] {
  const isNoted = phase !== null && phase !== 'executed' && kind === 'three-public';
  if (!isNoted || !notes.some((note) => claimWords().fullYearNote.test(note.replace(/\s+/g, '')))) return [phase];
  return phase === 'adjusted' ? ['adjusted', 'approved'] : [];
}

/**
 * The column of a key whose phase is that of the claim, or is not told. A column that is nothing but a phase is that of the amounts
 * (项目 / 预算数 / 决算数). An amount of the year before is repeated only by a column of that year.
 */
function columnOf(statement: Statement, row: StatementRow, key: string, { phase, year }: Time): readonly string[] {
  const bare = key === 'amount' ? [phase ?? ''] : [];
  const current = phase === null ? [key] : [`${key}-${phase}`, key, ...bare];
  const before = phase === null ? [] : [`${key}-${phase}`, ...bare].map((one) => `${one}-prior`);
  return (year === 'prior' ? before : current).filter((candidate) => {
    if (row.figures[candidate] === undefined) return false;
    const column = statement.columns.find((one) => one.key === candidate && one.panel === row.panel);
    return phase === null || column?.phase == null || column.phase === phase;
  });
}
