/** Side of a two-sided statement. */
export type Side = 'revenue' | 'expenditure';

/** One row of a statement as it is printed: `null` among the values is a blank cell. */
export interface TruthRow {
  readonly side: Side | null;
  readonly code: string | null;
  readonly label: string;
  readonly values: readonly (string | null)[];
  /** Page (from 1) that the row is printed on. */
  readonly page: number;
  /** Number of the side-by-side block (form 06), from 1. */
  readonly set?: number;
}

/** One statement; `form` is FA01 to FA09 for final accounts, B01 to B09 for budgets, `X:` and a title for others. */
export interface TruthStatement {
  readonly form: string;
  readonly title: string;
  readonly unit: '万元' | '元' | null;
  readonly pages: readonly number[];
  readonly columns: readonly string[];
  readonly rows: readonly TruthRow[];
  readonly blank_rows: number;
  readonly notes: readonly string[];
}

/** What a sample report says, cell by cell: the form of the truth files that readers are scored against. */
export interface Truth {
  readonly file: string;
  readonly sha256: string;
  readonly kind: 'final_accounts' | 'budget';
  readonly year: number;
  readonly body: string;
  readonly level: 'department' | 'unit';
  readonly statements: readonly TruthStatement[];
}
