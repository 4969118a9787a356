import type { Figure, Quantity } from '../../normalize/printed.js';
import { quantitiesOf } from '../../normalize/quantities.js';
import type { Report, Statement, StatementKind, StatementRow } from '../../normalize/report.js';

/** A number of a report with the keys by which it is found in another version. */
export interface KeyedNumber {
  /** Where it stands. The same key may occur more than once. */
  readonly key: string;
  /** Tried where the key is in one version only, and then only where nothing else has it; `null` for none. */
  readonly otherKey: string | null;
  /** Path of the row, for figures of a statement. */
  readonly rowPath: string | null;
  readonly path: string;
  readonly number: Figure | Quantity;
  readonly source: string;
  readonly row: string;
  readonly column: string;
  /** Unit line of the statement. */
  readonly unit: string | null;
}

/** Words as they are compared: one kind of brackets and letters, no blanks. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

/** A sentence without its numbers: the same sentence with other numbers has the same. */
function masked(text: string): string {
  return plain(text).replace(/\d[\d.,]*/g, '#');
}

/** Kinds of statements of which two versions have a different number: they can be told apart by their titles only. */
export function kindsByTitle(one: Report, other: Report): ReadonlySet<StatementKind> {
  const count = (report: Report, kind: StatementKind) => report.statements.filter((each) => each.kind === kind).length;
  const kinds = [...one.statements, ...other.statements].map(({ kind }) => kind);
  return new Set(kinds.filter((kind) => count(one, kind) !== count(other, kind)));
}

/** Every number of a report: the figures of its statements, then the quantities of prose and evaluations. */
export function keyedNumbers(report: Report, byTitle: ReadonlySet<StatementKind>): readonly KeyedNumber[] {
  const seen = new Map<string, number>();
  const figures = report.statements.flatMap((statement, at) => {
    const name = byTitle.has(statement.kind) ? `${statement.kind}|${plain(statement.title)}` : statement.kind;
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    return statement.rows.flatMap((row, r) => rowNumbers(statement, row, `${name}#${occurrence}`, `${at}/${r}`));
  });
  return [...figures, ...statedNumbers(report)];
}

function rowNumbers(statement: Statement, row: StatementRow, table: string, rowPath: string): readonly KeyedNumber[] {
  const label = `${table}|${row.panel}|label:${plain(row.label)}`;
  // row-N counts the rows before it: it is another one when a row is added above.
  const nameless = /^row-\d+$/.test(row.key);
  return Object.entries(row.figures).map(([column, number]) => ({
    key: `${nameless ? label : `${table}|${row.panel}|${row.key}`}|${column}`,
    otherKey: nameless ? null : `${label}|${column}`,
    rowPath,
    path: `${rowPath}/${column}`,
    number,
    source: statement.title || statement.kind,
    row: [row.code?.code, row.label || row.key].filter(Boolean).join(' '),
    column: statement.columns.find(({ key, panel }) => key === column && panel === row.panel)?.header || column,
    unit: statement.unit,
  }));
}

function statedNumbers(report: Report): readonly KeyedNumber[] {
  return quantitiesOf(report).flatMap(([path, number]) => {
    const named = nameOf(report, path);
    return named === null ? [] : [{ ...named, rowPath: null, path, number, unit: null }];
  });
}

type Name = Pick<KeyedNumber, 'key' | 'otherKey' | 'source' | 'row' | 'column'>;

function nameOf(report: Report, path: string): Name | null {
  const [holder, index, ...rest] = path.split('/');
  const at = Number(index);
  if (holder === 'claim') return claimName(report, at, rest.join('/'));
  return holder === 'fact' ? factName(report, at) : evaluationName(report, at, rest);
}

function claimName({ claims }: Report, at: number, role: string): Name | null {
  const claim = claims[at];
  if (claim === undefined) return null;
  const { subject, row, code, phase, year, label, text } = claim;
  const about = `${subject}|${row}|${code?.code}|${phase}|${year}|${plain(label)}|${role}`;
  return {
    key: `claim|${about}|${masked(text)}`,
    // What no subject explains is known by its sentence alone.
    otherKey: subject === 'other' ? null : `claim|${about}`,
    source: '情况说明',
    row: label,
    column: role,
  };
}

function factName({ facts }: Report, at: number): Name | null {
  const fact = facts[at];
  if (fact === undefined) return null;
  const about = `${fact.kind}|${fact.subject}|${plain(fact.label)}`;
  const otherKey = fact.kind === 'activity' ? null : `fact|${about}`;
  return { key: `fact|${about}|${masked(fact.text)}`, otherKey, source: '情况说明', row: fact.label, column: 'value' };
}

function evaluationName({ evaluations }: Report, at: number, rest: readonly string[]): Name | null {
  const evaluation = evaluations[at];
  if (evaluation === undefined) return null;
  const [part, index, role] = rest;
  const project = evaluation.project?.text || evaluation.title;
  const fund = part === 'funds' ? evaluation.funds[Number(index)] : undefined;
  const indicator = part === 'indicators' ? evaluation.indicators[Number(index)] : undefined;
  const row = fund?.label ?? indicator?.level3 ?? '';
  const levels = indicator === undefined ? '' : `${indicator.level1}|${indicator.level2}`;
  const column = role ?? part ?? '';
  return {
    key: `evaluation|${plain(project)}|${plain(levels)}|${plain(row)}|${column}`,
    otherKey: null,
    source: '绩效自评',
    row: [project, row].filter(Boolean).join('·'),
    column,
  };
}
