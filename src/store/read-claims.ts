import type Database from 'better-sqlite3';
import { z } from 'zod';
import {
  type ChangePart,
  CLAIM_ROLES,
  CLAIM_SUBJECTS,
  type Claim,
  type Relation,
} from '../normalize/narrative/claim.js';
import { readPlaces } from './read-places.js';
import type { QuantitiesOf } from './read-quantities.js';
import { codeSchema, toCode } from './read-statement-rows.js';
import { byOwner, readRows } from './rows.js';
import { partRole } from './write-narrative.js';

const phase = z.enum(['approved', 'adjusted', 'executed']).nullable();
const year = z.enum(['current', 'prior']);
const role = z.enum(CLAIM_ROLES);

const claimSchema = codeSchema.extend({
  id: z.number(),
  subject: z.enum(CLAIM_SUBJECTS),
  row_key: z.string().nullable(),
  label: z.string(),
  phase,
  year,
  direction: z.enum(['increase', 'decrease', 'unchanged', 'new', 'gone']).nullable(),
  both_sides: z.number(),
  against_year: year.nullable(),
  against_phase: phase,
  completion_of: phase,
  share_of_claim: z.number().nullable(),
  share_of_printed: z.string().nullable(),
  part_of: z.number().nullable(),
  reason: z.string().nullable(),
  purpose: z.string().nullable(),
  text: z.string(),
  section_number: z.number(),
  paragraph_ordinal: z.number(),
});

/** The claims of a report in their order, with their numbers and places. A few questions, whatever its size. */
export function readClaims(database: Database.Database, reportId: number, quantities: QuantitiesOf): readonly Claim[] {
  const relations = readRelations(database, reportId);
  const items = readItems(database, reportId);
  const parts = readParts(database, reportId);
  const figures = readRepeated(database, reportId);
  const places = readPlaces(database, 'claim', reportId);
  const rows = readRows(database, claimSchema, 'SELECT * FROM claim WHERE report_id = ? ORDER BY ordinal', reportId);
  return rows.map((row) => ({
    subject: row.subject,
    row: row.row_key,
    label: row.label,
    code: toCode(row),
    phase: row.phase,
    year: row.year,
    numbers: ofRoles(quantities('claim', row.id)),
    direction: row.direction,
    bothSides: row.both_sides === 1,
    against: row.against_year === null ? null : { year: row.against_year, phase: row.against_phase },
    completionOf: row.completion_of,
    relations: relations.get(row.id) ?? [],
    shareOf: row.share_of_printed === null ? null : { claim: row.share_of_claim, printed: row.share_of_printed },
    partOf: row.part_of,
    items: items.get(row.id) ?? [],
    reason: row.reason,
    parts: (parts.get(row.id) ?? []).map((part, at) => ({
      ...part,
      change: quantities('claim', row.id)[partRole(at)] ?? null,
    })),
    purpose: row.purpose,
    text: row.text,
    section: row.section_number,
    paragraph: row.paragraph_ordinal,
    places: places.get(row.id) ?? [],
    figures: byRole(figures.get(row.id) ?? []),
  }));
}

/** The numbers of the claim itself, without those of its parts. */
function ofRoles(quantities: ReturnType<QuantitiesOf>): Claim['numbers'] {
  return Object.fromEntries(Object.entries(quantities).filter(([key]) => role.safeParse(key).success));
}

function byRole(repeated: readonly { role: z.infer<typeof role>; path: string }[]): Claim['figures'] {
  const paths: Partial<Record<z.infer<typeof role>, string[]>> = {};
  for (const { role: of, path } of repeated) paths[of] = [...(paths[of] ?? []), path];
  return paths;
}

const relationSchema = z.object({
  owner: z.number(),
  id: z.number(),
  to_year: year,
  to_phase: phase,
  relation: z.enum(['greater', 'less', 'equal', 'about-equal']),
  printed: z.string(),
});

function readRelations(database: Database.Database, reportId: number): ReadonlyMap<number, readonly Relation[]> {
  const places = readPlaces(database, 'claim_relation', reportId);
  const rows = readRows(
    database,
    relationSchema,
    `SELECT claim_id AS owner, relation_.id, to_year, to_phase, relation, printed
     FROM claim JOIN claim_relation AS relation_ ON relation_.claim_id = claim.id
     WHERE claim.report_id = ? ORDER BY claim_id, relation_.ordinal`,
    reportId,
  );
  return byOwner(rows, ({ id, to_year, to_phase, relation, printed }) => ({
    to: { year: to_year, phase: to_phase },
    is: relation,
    printed,
    places: places.get(id) ?? [],
  }));
}

function readItems(database: Database.Database, reportId: number): ReadonlyMap<number, readonly string[]> {
  const rows = readRows(
    database,
    z.object({ owner: z.number(), text: z.string() }),
    `SELECT claim_id AS owner, claim_item.text FROM claim JOIN claim_item ON claim_item.claim_id = claim.id
     WHERE claim.report_id = ? ORDER BY claim_id, claim_item.ordinal`,
    reportId,
  );
  return byOwner(rows, ({ text }) => text);
}

function readParts(
  database: Database.Database,
  reportId: number,
): ReadonlyMap<number, readonly Pick<ChangePart, 'label' | 'direction'>[]> {
  const rows = readRows(
    database,
    z.object({ owner: z.number(), label: z.string(), direction: z.enum(['increase', 'decrease', 'unchanged']) }),
    `SELECT claim_id AS owner, claim_part.label, claim_part.direction
     FROM claim JOIN claim_part ON claim_part.claim_id = claim.id
     WHERE claim.report_id = ? ORDER BY claim_id, claim_part.ordinal`,
    reportId,
  );
  return byOwner(rows, ({ label, direction }) => ({ label, direction }));
}

/** The cells that the numbers of claims repeat. */
function readRepeated(
  database: Database.Database,
  reportId: number,
): ReadonlyMap<number, readonly { role: z.infer<typeof role>; path: string }[]> {
  const rows = readRows(
    database,
    z.object({ owner: z.number(), role, path: z.string() }),
    `SELECT claim_id AS owner, role, statement.ordinal || '/' || row_.ordinal || '/' || figure.column_key AS path
     FROM claim
     JOIN claim_figure ON claim_figure.claim_id = claim.id
     JOIN figure ON figure.id = claim_figure.figure_id
     JOIN statement_row AS row_ ON row_.id = figure.row_id
     JOIN statement ON statement.id = row_.statement_id
     WHERE claim.report_id = ? ORDER BY claim_id, claim_figure.ordinal`,
    reportId,
  );
  return byOwner(rows, ({ role: of, path }) => ({ role: of, path }));
}
