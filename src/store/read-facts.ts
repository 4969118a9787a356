import type Database from 'better-sqlite3';
import { z } from 'zod';
import { FACT_KINDS, type Fact } from '../normalize/narrative/claim.js';
import { readPlaces } from './read-places.js';
import type { QuantitiesOf } from './read-quantities.js';
import { readRows } from './rows.js';

const factSchema = z.object({
  id: z.number(),
  kind: z.enum(FACT_KINDS),
  subject: z.string().nullable(),
  label: z.string(),
  text: z.string(),
  date: z.string().nullable(),
  section: z.number(),
});

/** The facts of a report in their order. */
export function readFacts(database: Database.Database, reportId: number, quantities: QuantitiesOf): readonly Fact[] {
  const places = readPlaces(database, 'fact', reportId);
  const rows = readRows(
    database,
    factSchema,
    `SELECT id, kind, subject, label, text, date, section_number AS section
     FROM fact WHERE report_id = ? ORDER BY ordinal`,
    reportId,
  );
  return rows.map(({ id, ...fact }) => ({
    ...fact,
    value: quantities('fact', id).value ?? null,
    places: places.get(id) ?? [],
  }));
}
