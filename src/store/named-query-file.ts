import { SeedError } from '../normalize/seeds.js';
import type { SeedSql } from './seed-sql.js';

/** A value that a named query asks for. Without a value an optional one does not narrow the answer. */
export interface QueryParameter {
  readonly name: string;
  readonly type: 'text' | 'integer';
  readonly required: boolean;
  readonly description: string;
}

/** A question that has a name. `sql` names its parameters `:name`. */
export interface NamedQuery {
  readonly name: string;
  readonly title: string;
  readonly titleZh: string;
  readonly sql: string;
  readonly parameters: readonly QueryParameter[];
}

const FIELD = /^-- (title|titleZh): (.+)$/;
const PARAMETER = /^-- parameter: ([a-z]+) (text|integer) (required|optional) (.+)$/;

/**
 * A query as its file says it. The head of the file are comment lines: `-- title: …`, `-- titleZh: …`, and for each
 * parameter `-- parameter: <name> <text|integer> <required|optional> <description>`.
 * @throws SeedError for a head that says less or more
 */
export function parseNamedQuery({ name, sql }: SeedSql): NamedQuery {
  const where = `seeds/queries/${name}.sql`;
  const fields = new Map<string, string>();
  const parameters: QueryParameter[] = [];
  const lines = sql.split('\n');
  for (const line of lines) {
    if (!line.startsWith('--')) break;
    const [, field, text] = FIELD.exec(line) ?? [];
    const parameter = toParameter(line);
    if (field && text) fields.set(field, text);
    else if (parameter) parameters.push(parameter);
    else throw new SeedError(where, 'a title or a parameter in the head', line);
  }
  const [title, titleZh] = [fields.get('title'), fields.get('titleZh')];
  if (!title || !titleZh) throw new SeedError(where, 'title and titleZh', [...fields.keys()].join(', ') || 'neither');
  return { name, title, titleZh, sql, parameters };
}

function toParameter(line: string): QueryParameter | undefined {
  const [, name, type, need, description] = PARAMETER.exec(line) ?? [];
  if (!name || !description) return undefined;
  return { name, type: type === 'integer' ? 'integer' : 'text', required: need === 'required', description };
}
