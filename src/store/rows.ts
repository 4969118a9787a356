import type Database from 'better-sqlite3';
import { z } from 'zod';

type Parameter = string | number | Readonly<Record<string, string | number | null>>;

/** All rows of a statement, each checked: what the database holds is outside data like any other. */
export function readRows<Row>(
  database: Database.Database,
  schema: z.ZodType<Row>,
  sql: string,
  ...parameters: readonly Parameter[]
): readonly Row[] {
  return z.array(schema).parse(database.prepare(sql).all(...parameters));
}

/** The only row of a statement, or `undefined`. */
export function readRow<Row>(
  database: Database.Database,
  schema: z.ZodType<Row>,
  sql: string,
  ...parameters: readonly Parameter[]
): Row | undefined {
  return schema.optional().parse(database.prepare(sql).get(...parameters));
}

/** Rows by the id of the record that they belong to, in their order. */
export function byOwner<Owner, Row extends { readonly owner: Owner }, Value>(
  rows: readonly Row[],
  value: (row: Row) => Value,
): ReadonlyMap<Row['owner'], readonly Value[]> {
  const groups = new Map<Row['owner'], Value[]>();
  for (const row of rows) {
    const group = groups.get(row.owner);
    if (group) group.push(value(row));
    else groups.set(row.owner, [value(row)]);
  }
  return groups;
}
