import type Database from 'better-sqlite3';
import { z } from 'zod';
import { readRow } from './rows.js';

const idSchema = z.object({ id: z.number() });

/**
 * The number that the bytes of a file have by the order in which they were first met; given now where they are new. It is the number of their
 * report, and the order of versions of one report. Within a transaction of the caller.
 */
export function arrivalOf(database: Database.Database, sha256: string): number {
  const known = readRow(database, idSchema, 'SELECT id FROM arrival WHERE sha256 = ?', sha256);
  if (known !== undefined) return known.id;
  return Number(database.prepare('INSERT INTO arrival (sha256) VALUES (?)').run(sha256).lastInsertRowid);
}
