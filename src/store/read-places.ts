import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Place } from '../extract/place.js';
import { byOwner, readRows } from './rows.js';
import type { PlaceOwner } from './write-places.js';

/** The columns of a place in tables and views. */
export const placeSchema = z.object({
  page: z.number(),
  box_left: z.number().nullable(),
  box_top: z.number().nullable(),
  box_right: z.number().nullable(),
  box_bottom: z.number().nullable(),
});

/** A place out of its columns; a text dump has no boxes. */
export function toPlace(row: z.infer<typeof placeSchema>): Place {
  const { page, box_left: left, box_top: top, box_right: right, box_bottom: bottom } = row;
  const boxed = left !== null && top !== null && right !== null && bottom !== null;
  return { page, box: boxed ? { left, top, right, bottom } : null };
}

/** All places that one kind of record has in a report, by the id of the record, in their order. */
export function readPlaces(
  database: Database.Database,
  owner: PlaceOwner,
  reportId: number,
): ReadonlyMap<number, readonly Place[]> {
  const rows = readRows(
    database,
    placeSchema.extend({ owner: z.number() }),
    `SELECT ${owner}_id AS owner, page, box_left, box_top, box_right, box_bottom
     FROM ${owner}_place WHERE report_id = ? ORDER BY ${owner}_id, ordinal`,
    reportId,
  );
  return byOwner(rows, toPlace);
}
