import type Database from 'better-sqlite3';
import { z } from 'zod';
import { readRows } from './rows.js';

/** How many faults are told; a damaged file may have thousands. */
const MOST = 20;

/** What is wrong in a database file: damaged pages, rows without owners. Empty for a sound one. Reads all of it. */
export function faultsOf(database: Database.Database): readonly string[] {
  const pages = readRows(
    database,
    z.object({ fault: z.string() }),
    `SELECT integrity_check AS fault FROM pragma_integrity_check LIMIT ${MOST}`,
  );
  const orphans = readRows(
    database,
    z.object({ owned: z.string(), parent: z.string(), rows: z.number() }),
    `SELECT "table" AS owned, parent, count(*) AS rows FROM pragma_foreign_key_check GROUP BY 1, 2 LIMIT ${MOST}`,
  );
  return [
    ...pages.map(({ fault }) => fault).filter((fault) => fault !== 'ok'),
    ...orphans.map(({ owned, parent, rows }) => `${rows} rows of ${owned} refer to none of ${parent}`),
  ];
}
