import Database from 'better-sqlite3';
import { z } from 'zod';
import { UsageError } from '../errors.js';

/** A value that a question carries or an answer holds. */
export type QueryValue = string | number | null;

/** An answer: names of the columns, and rows of values in their order. */
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly QueryValue[])[];
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
  const statement = asUsage(() => prepareQuestion(database, sql));
  return asUsage(() => {
    const rows: QueryValue[][] = [];
    const bound = Array.isArray(parameters) ? parameters : [parameters];
    if (limit === undefined || limit > 0) {
      for (const row of statement
        .raw()
        .safeIntegers()
        .iterate(...(hasParameters(parameters) ? bound : []))) {
        rows.push(z.array(z.unknown()).parse(row).map(queryValue));
        if (rows.length === limit) break;
      }
    }
    return { columns: statement.columns().map(({ name }) => name), rows };
  });
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

/** What SQLite says against a question is the fault of the question. */
function asUsage<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
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
