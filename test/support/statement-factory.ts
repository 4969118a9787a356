import type {
  Figure,
  Panel,
  Report,
  Statement,
  StatementColumn,
  StatementKind,
  StatementRow,
} from '../../src/normalize/report.js';

const DECIMALS_OF_UNIT = { 元: 2, 万元: 6 } as const;
type Unit = keyof typeof DECIMALS_OF_UNIT;

/** A figure as the normalizer would read it: '' blank, '—' dash, '?' unreadable, else an amount in the unit. */
export function figure(printed: string, unit: Unit = '万元', page = 1): Figure {
  const base = { printed, edits: [], places: [{ page, box: null }], confidence: null, status: 'unverified' } as const;
  if (printed === '') return { ...base, reading: 'blank', amount: null };
  if (printed === '—') return { ...base, reading: 'dash', amount: null };
  const match = /^(-?)([\d,]+)(?:\.(\d+))?$/.exec(printed);
  if (match === null) return { ...base, reading: 'unreadable', amount: null };
  const [, sign = '', whole = '', decimals = ''] = match;
  const stepFen = 10 ** (DECIMALS_OF_UNIT[unit] - decimals.length);
  const fen = Number(whole.replaceAll(',', '') + decimals) * stepFen;
  return { ...base, reading: 'amount', amount: { fen: sign ? -fen : fen, stepFen } };
}

/** A row as the tests write it: key (a slug, or a code), printed values in the order of the columns. */
export type RowSpec = readonly [key: string, ...values: string[]];

function row(panel: Panel | null, keys: readonly string[], [key, ...values]: RowSpec, unit: Unit): StatementRow {
  const code = /^\d{3}(\d\d){0,2}$/.test(key)
    ? {
        scheme: key.startsWith('3') ? ('department-economic' as const) : ('functional' as const),
        code: key,
        printed: key,
        match: 'known' as const,
        catalogueName: null,
      }
    : null;
  const figures = Object.fromEntries(
    values.flatMap((printed, index) => (keys[index] ? [[keys[index], figure(printed, unit)]] : [])),
  );
  return { panel, key, label: `名称${key}`, code, figures, places: [] };
}

function columns(panel: Panel | null, keys: readonly string[]): readonly StatementColumn[] {
  return keys.map((key) => ({ key, header: key, phase: null, panel }));
}

/** A statement without panels: column keys, then rows. */
export function statement(
  kind: StatementKind,
  keys: readonly string[],
  rows: readonly RowSpec[],
  unit: Unit = '万元',
): Statement {
  return {
    ...frame(kind, unit),
    columns: columns(null, keys),
    rows: rows.map((spec) => row(null, keys, spec, unit)),
  };
}

/** A two-sided statement: revenue with one column 'amount', expenditure with the given columns. */
export function twoSided(
  kind: 'revenue-and-expenditure' | 'appropriations',
  revenue: readonly RowSpec[],
  expenditureKeys: readonly string[],
  expenditure: readonly RowSpec[],
  unit: Unit = '万元',
): Statement {
  return {
    ...frame(kind, unit),
    columns: [...columns('revenue', ['amount']), ...columns('expenditure', expenditureKeys)],
    rows: [
      ...revenue.map((spec) => row('revenue', ['amount'], spec, unit)),
      ...expenditure.map((spec) => row('expenditure', expenditureKeys, spec, unit)),
    ],
  };
}

function frame(kind: StatementKind, unit: Unit): Statement {
  return {
    kind,
    title: kind,
    unit,
    pages: [1],
    places: [],
    declaredEmpty: false,
    columns: [],
    rows: [],
    notes: [],
    cells: [],
  };
}

/** A report of nothing but these statements. */
export function report(...statements: readonly Statement[]): Report {
  return {
    source: { file: 'made-up.pdf', sha256: '0'.repeat(64), format: 'pdf', pages: [] },
    kind: 'final-accounts',
    scope: 'unit',
    fiscalYear: 2023,
    agency: null,
    region: null,
    sections: [],
    statements,
    claims: [],
    facts: [],
    evaluations: [],
    findings: [],
  };
}
