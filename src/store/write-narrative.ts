import type Database from 'better-sqlite3';
import type { Claim, ClaimRole, Fact } from '../normalize/narrative/claim.js';
import type { Quantity } from '../normalize/printed.js';
import { claimPath, factPath, partPath } from '../normalize/quantities.js';
import { type NumberIds, numberAt } from './number-ids.js';
import { UnstorableReportError } from './store-error.js';
import type { PlaceOwner, ReportOwner, WritePlaces } from './write-places.js';
import type { WriteQuantity } from './write-quantities.js';

/** The claims and facts of the report that is being written, and where its numbers are kept. */
interface Narrative {
  readonly claims: readonly Claim[];
  readonly facts: readonly Fact[];
}

/** Prepares the writing of claims and facts. Runs inside the transaction of the report, after its sections and statements. */
export function narrativeWriter(
  database: Database.Database,
  places: Readonly<Record<PlaceOwner, WritePlaces>>,
  writeQuantity: WriteQuantity,
): (report: ReportOwner, narrative: Narrative, ids: NumberIds) => void {
  const writeClaim = claimWriter(database, places, writeQuantity);
  const writeFact = factWriter(database, places, writeQuantity);
  return (report, { claims, facts }, ids) => {
    for (const [ordinal, claim] of claims.entries()) writeClaim(report, { ordinal, count: claims.length }, claim, ids);
    for (const [ordinal, fact] of facts.entries()) writeFact(report, ordinal, fact, ids);
  };
}

type WriteClaim = (
  report: ReportOwner,
  context: { readonly ordinal: number; readonly count: number },
  claim: Claim,
  ids: NumberIds,
) => void;

function claimWriter(
  database: Database.Database,
  places: Readonly<Record<PlaceOwner, WritePlaces>>,
  writeQuantity: WriteQuantity,
): WriteClaim {
  const insert = database.prepare(
    `INSERT INTO claim (report_id, ordinal, subject, row_key, label, code_scheme, code, code_printed, code_match,
       catalogue_name, phase, year, direction, both_sides, against_year, against_phase, completion_of, share_of_claim,
       share_of_printed, part_of, reason, purpose, text, section_number, paragraph_ordinal)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertItem = database.prepare('INSERT INTO claim_item (claim_id, ordinal, text) VALUES (?, ?, ?)');
  const insertPart = database.prepare(
    'INSERT INTO claim_part (claim_id, ordinal, label, direction) VALUES (?, ?, ?, ?)',
  );
  const insertRelation = database.prepare(
    'INSERT INTO claim_relation (claim_id, ordinal, to_year, to_phase, relation, printed) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertFigure = database.prepare(
    'INSERT INTO claim_figure (claim_id, role, ordinal, figure_id) VALUES (?, ?, ?, ?)',
  );

  return (report, { ordinal, count }, claim, ids) => {
    const where = `claim ${ordinal} (${claim.subject})`;
    const { lastInsertRowid } = insert.run(
      report.id,
      ordinal,
      claim.subject,
      claim.row,
      claim.label,
      claim.code?.scheme ?? null,
      claim.code?.code ?? null,
      claim.code?.printed ?? null,
      claim.code?.match ?? null,
      claim.code?.catalogueName ?? null,
      claim.phase,
      claim.year,
      claim.direction,
      claim.bothSides ? 1 : 0,
      claim.against?.year ?? null,
      claim.against?.phase ?? null,
      claim.completionOf,
      otherClaim(report, where, claim.shareOf?.claim ?? null, count),
      claim.shareOf?.printed ?? null,
      otherClaim(report, where, claim.partOf, count),
      claim.reason,
      claim.purpose,
      claim.text,
      claim.section,
      claim.paragraph,
    );
    const id = Number(lastInsertRowid);
    places.claim(report, id, claim.places);
    for (const [at, text] of claim.items.entries()) insertItem.run(id, at, text);
    for (const [at, { to, is, printed, places: where }] of claim.relations.entries()) {
      const stored = insertRelation.run(id, at, to.year, to.phase, is, printed);
      places.claim_relation(report, Number(stored.lastInsertRowid), where);
    }
    for (const [role, quantity] of Object.entries(claim.numbers) as [ClaimRole, Quantity][]) {
      const context = { path: claimPath(ordinal, role), owner: 'claim', ownerId: id, role } as const;
      writeQuantity(report, context, quantity, ids.quantities);
    }
    for (const [at, { label, direction, change }] of claim.parts.entries()) {
      insertPart.run(id, at, label, direction);
      if (change === null) continue;
      const context = { path: partPath(ordinal, at), owner: 'claim', ownerId: id, role: partRole(at) } as const;
      writeQuantity(report, context, change, ids.quantities);
    }
    for (const [role, paths] of Object.entries(claim.figures)) {
      for (const [at, path] of paths.entries()) {
        insertFigure.run(id, role, at, numberAt(report, where, path, ids, 'figure').id);
      }
    }
  };
}

/** Role of the amount of a part among the quantities of its claim. */
export function partRole(ordinal: number): string {
  return `part/${ordinal}`;
}

/** The ordinal of another claim of the same report. */
function otherClaim(report: ReportOwner, where: string, claim: number | null, count: number): number | null {
  if (claim === null || (Number.isInteger(claim) && claim >= 0 && claim < count)) return claim;
  throw new UnstorableReportError(report.file, where, `the index of one of ${count} claims`, String(claim));
}

function factWriter(
  database: Database.Database,
  places: Readonly<Record<PlaceOwner, WritePlaces>>,
  writeQuantity: WriteQuantity,
): (report: ReportOwner, ordinal: number, fact: Fact, ids: NumberIds) => void {
  const insert = database.prepare(
    `INSERT INTO fact (report_id, ordinal, kind, subject, label, text, date, section_number)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (report, ordinal, { kind, subject, label, value, text, date, section, places: where }, ids) => {
    const stored = insert.run(report.id, ordinal, kind, subject, label, text, date, section);
    const id = Number(stored.lastInsertRowid);
    places.fact(report, id, where);
    if (value === null) return;
    const context = { path: factPath(ordinal), owner: 'fact', ownerId: id, role: 'value' } as const;
    writeQuantity(report, context, value, ids.quantities);
  };
}
