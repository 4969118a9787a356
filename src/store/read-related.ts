import type Database from 'better-sqlite3';
import { z } from 'zod';
import { readRows } from './rows.js';

const relatedSchema = z.object({
  id: z.number(),
  kind: z.enum(['final-accounts', 'budget']).nullable(),
  scope: z.enum(['department', 'unit']).nullable(),
  fiscalYear: z.number().nullable(),
});

/** Another stored report of the same body, in its current version. */
export type RelatedReport = Readonly<z.infer<typeof relatedSchema>>;

/**
 * The other reports of the same body in their current versions, the newest first (by first import). The name decides, whatever kind of brackets and blanks it is printed
 * with; 局 and 局（本级） are two bodies, since their accounts differ. Where both reports know their region it must be the same.
 */
export function readRelated(database: Database.Database, reportId: number): readonly RelatedReport[] {
  return readRows(
    database,
    relatedSchema,
    `SELECT other.id, other.kind, other.scope, other.fiscal_year AS fiscalYear
     FROM report AS one
     JOIN report AS other ON other.agency_key = one.agency_key AND other.id <> one.id
     WHERE one.id = ? AND one.agency_key <> ''
       AND other.is_current = 1
       AND (one.region_code = other.region_code OR one.region_code IS NULL OR other.region_code IS NULL)
     ORDER BY other.id DESC`,
    reportId,
  );
}
