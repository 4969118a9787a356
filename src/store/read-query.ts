import Database from 'better-sqlite3';
import { UsageError } from '../errors.js';

/** A value that a question carries or an answer holds. */
export type QueryValue = string | number | null;

/** An answer: names of the columns, and rows of values in their order. */
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly QueryValue[])[];
}

/** An answer whose rows are found while they are read. */
export interface QueryRows {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly QueryValue[]>;
}

/** How much of an answer is wanted: so many rows, so many bytes of text and numbers. */
export interface AnswerBounds {
  readonly rows: number;
  readonly bytes: number;
}

/** An answer, or its beginning: `cut` says which bound it would have passed. */
export interface BoundedResult extends QueryResult {
  readonly cut: keyof AnswerBounds | null;
}

/** Values by position (`?`), or by name (`:year`) without the colon. */
export type QueryParameters = readonly QueryValue[] | Readonly<Record<string, QueryValue>>;

/** White space and comments before the first word of a statement. */
const LEADING = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/;
const QUESTION = /^(select|with|values|explain)\b/i;

/**
 * Answers one question in SQL on a connection that only reads. `limit`: at most so many rows.
 * @throws UsageError for SQL that is not one single question, or that does not run
 */
export function readQuery(
  database: Database.Database,
  sql: string,
  parameters: QueryParameters,
  limit: number | undefined,
): QueryResult {
  const bounds = { rows: limit ?? Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };
  const { columns, rows } = readBounded(database, sql, parameters, bounds);
  return { columns, rows };
}

/** As {@link readQuery}; says whether the answer has more than was wanted. */
export function readBounded(
  database: Database.Database,
  sql: string,
  parameters: QueryParameters,
  bounds: AnswerBounds,
): BoundedResult {
  const { columns, rows: found } = readRowByRow(database, sql, parameters);
  const rows: (readonly QueryValue[])[] = [];
  let bytes = 0;
  for (const row of found) {
    bytes += sizeOf(row);
    if (rows.length >= bounds.rows) return { columns, rows, cut: 'rows' };
    if (bytes > bounds.bytes) return { columns, rows, cut: 'bytes' };
    rows.push(row);
  }
  return { columns, rows, cut: null };
}

/** As {@link readQuery}, row by row: SQLite looks for a row when it is asked for. */
export function readRowByRow(database: Database.Database, sql: string, parameters: QueryParameters): QueryRows {
  return asUsage(() => {
    const statement = prepareQuestion(database, sql);
    const columns = statement.columns().map(({ name }) => name);
    return { columns, rows: found(statement.raw().safeIntegers(), parameters) };
  });
}

function* found(
  statement: Database.Statement,
  parameters: QueryParameters,
): Generator<readonly QueryValue[], void, undefined> {
  const bound = Array.isArray(parameters) ? parameters : [parameters];
  const rows = asUsage(() => statement.iterate(...(hasParameters(parameters) ? bound : [])));
  try {
    for (;;) {
      const next = asUsage(() => rows.next());
      if (next.done === true) return;
      yield asUsage(() => rowValues(next.value));
    }
  } finally {
    rows.return?.();
  }
}

/** A row as the driver gives it: always a list. Looked at by hand, because a schema takes three times as long as finding the row. */
function rowValues(row: unknown): readonly QueryValue[] {
  if (!Array.isArray(row)) throw new TypeError('expected a row of values');
  return row.map(queryValue);
}

/** About what a row takes in memory: eight bytes a number, two a letter. */
function sizeOf(row: readonly QueryValue[]): number {
  return row.reduce<number>((sum, value) => sum + (typeof value === 'string' ? 16 + 2 * value.length : 8), 0);
}

function hasParameters(parameters: QueryParameters): boolean {
  return Object.keys(parameters).length > 0;
}

function prepareQuestion(database: Database.Database, sql: string): Database.Statement {
  const remedy = 'Ask one question with SELECT or WITH; the database is never changed by a query.';
  if (!QUESTION.test(sql.replace(LEADING, ''))) {
    throw new UsageError(
      `expected a question (SELECT, WITH, VALUES, EXPLAIN), found: ${sql.trim().slice(0, 60)}`,
      remedy,
    );
  }
  const statement = database.prepare(sql);
  if (!statement.readonly || !statement.reader) {
    throw new UsageError(`expected a question, found a statement that writes: ${sql.trim().slice(0, 60)}`, remedy);
  }
  return statement;
}

/** Whole numbers arrive as bigint, so that none is rounded on the way. */
function queryValue(value: unknown): QueryValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return Number(value);
  const found = typeof value === 'bigint' ? `the whole number ${value}` : 'binary data';
  throw new UsageError(
    `expected text or numbers up to 2^53 in the answer, found ${found}`,
    'Turn it into text in the query: CAST(value AS TEXT), or hex(value) for binary data.',
  );
}

const TOO_MUCH = ['SQLITE_NOMEM', 'SQLITE_TOOBIG'];

/** What SQLite says against a question is the fault of the question. */
function asUsage<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Database.SqliteError && TOO_MUCH.includes(error.code)) {
      throw new UsageError(`the query needs too much memory: ${error.message}`, 'Narrow it with WHERE, or sort less.', {
        cause: error,
      });
    }
    const asked =
      error instanceof RangeError ||
      error instanceof TypeError ||
      (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR');
    if (!asked) throw error;
    throw new UsageError(`the query does not run: ${error.message}`, 'Tables and columns: docs/data-dictionary.md.', {
      cause: error,
    });
  }
}
