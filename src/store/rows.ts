import type Database from 'better-sqlite3';
import { z } from 'zod';

/** All rows of a statement, each checked: what the database holds is outside data like any other. */
export function readRows<Row>(
  database: Database.Database,
  schema: z.ZodType<Row>,
  sql: string,
  ...parameters: readonly (string | number)[]
): readonly Row[] {
  return z.array(schema).parse(database.prepare(sql).all(...parameters));
}

/** The only row of a statement, or `undefined`. */
export function readRow<Row>(
  database: Database.Database,
  schema: z.ZodType<Row>,
  sql: string,
  ...parameters: readonly (string | number)[]
): Row | undefined {
  return schema.optional().parse(database.prepare(sql).get(...parameters));
}
