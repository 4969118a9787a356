import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Quantity } from '../normalize/printed.js';
import { readPlaces } from './read-places.js';
import { byOwner, readRows } from './rows.js';
import type { QuantityOwner } from './write-quantities.js';

/** The changes made to a printed text, as the database keeps them. */
export const editsSchema = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.array(z.object({ rule: z.string(), from: z.string(), to: z.string() })));

const quantitySchema = z.object({
  owner: z.number(),
  id: z.number(),
  role: z.string(),
  printed: z.string(),
  unit: z.string(),
  measure: z.enum(['money', 'percent', 'count', 'score']),
  reading: z.enum(['amount', 'blank', 'dash', 'unreadable']),
  value: z.number().nullable(),
  step: z.number().nullable(),
  edits: editsSchema,
  confidence: z.number().nullable(),
  status: z.enum(['verified', 'consistent', 'unverified', 'disputed', 'repaired']),
});

/** Quantities by their role, for each record that states some. */
export type QuantitiesOf = (owner: QuantityOwner, ownerId: number) => Readonly<Record<string, Quantity>>;

/** Reads every quantity of a report at once. */
export function readQuantities(database: Database.Database, reportId: number): QuantitiesOf {
  const places = readPlaces(database, 'quantity', reportId);
  const read = (owner: QuantityOwner) =>
    byOwner(
      readRows(
        database,
        quantitySchema,
        `SELECT ${owner}_id AS owner, id, role, printed, unit, measure, reading, value, step, edits, confidence, status
         FROM quantity WHERE report_id = ? AND ${owner}_id IS NOT NULL ORDER BY id`,
        reportId,
      ),
      ({ owner: _owner, id, role, ...number }) => [role, { ...number, places: places.get(id) ?? [] }] as const,
    );
  const all = {
    claim: read('claim'),
    fact: read('fact'),
    evaluation: read('evaluation'),
    fund: read('fund'),
    indicator: read('indicator'),
  };
  return (owner, ownerId) => Object.fromEntries(all[owner].get(ownerId) ?? []);
}
