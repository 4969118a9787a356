import { UsageError } from '../errors.js';
import { type NamedQuery, parseNamedQuery, type QueryParameter } from './named-query-file.js';
import { readSeedSql } from './seed-sql.js';
import type { QueryResult, QueryRows, Store } from './store.js';

export type { NamedQuery } from './named-query-file.js';

let loaded: readonly NamedQuery[] | undefined;

/** The questions that ship with the program (`seeds/queries/*.sql`), by name in alphabetical order. */
export function namedQueries(): readonly NamedQuery[] {
  loaded ??= readSeedSql('queries').map(parseNamedQuery);
  return loaded;
}

/** As {@link askNamed}, the whole answer at once. */
export function runNamed(store: Store, name: string, parameters: Readonly<Record<string, string>>): QueryResult {
  const { columns, rows } = askNamed(store, name, parameters);
  return { columns, rows: [...rows] };
}

/**
 * Answers a named question, row by row. `parameters`: values by name, as typed; '' counts as not given.
 * @throws UsageError for an unknown query or parameter, a missing one, or a value of the wrong type
 */
export function askNamed(store: Store, name: string, parameters: Readonly<Record<string, string>>): QueryRows {
  const query = namedQueries().find((candidate) => candidate.name === name);
  if (!query) {
    const known = namedQueries().map((candidate) => candidate.name);
    throw new UsageError(`there is no query "${name}"`, `Queries: ${known.join(', ')}.`);
  }
  const unknown = Object.keys(parameters).find(
    (given) => !query.parameters.some((parameter) => parameter.name === given),
  );
  if (unknown !== undefined) throw new UsageError(`${name} has no parameter "${unknown}"`, usage(query));
  const values = query.parameters.map((parameter) => [parameter.name, value(query, parameter, parameters)] as const);
  return store.rows(query.sql, Object.fromEntries(values));
}

function value(
  query: NamedQuery,
  parameter: QueryParameter,
  parameters: Readonly<Record<string, string>>,
): string | number | null {
  const text = parameters[parameter.name] ?? '';
  if (text === '' && parameter.required) throw new UsageError(`${query.name} needs "${parameter.name}"`, usage(query));
  if (text === '') return null;
  if (parameter.type === 'text') return text;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new UsageError(`${query.name}: "${parameter.name}" must be a whole number, found "${text}"`, usage(query));
}

function usage(query: NamedQuery): string {
  const parameters = query.parameters.map(
    ({ name, required, description }) => `${name} (${required ? 'required' : 'optional'}: ${description})`,
  );
  return parameters.length === 0 ? 'It takes no parameters.' : `Parameters: ${parameters.join('; ')}.`;
}
