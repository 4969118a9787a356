import type Database from 'better-sqlite3';
import type { Quantity } from '../normalize/printed.js';
import { UnstorableReportError } from './store-error.js';
import { wholeNumber } from './whole-number.js';
import type { PlaceOwner, ReportOwner, WritePlaces } from './write-places.js';

/** What states a quantity. */
export type QuantityOwner = 'claim' | 'fact' | 'evaluation' | 'fund' | 'indicator';

/** Where a quantity belongs: its path (`normalize/quantities.ts`), the record that states it, and its role there. */
export interface QuantityContext {
  readonly path: string;
  readonly owner: QuantityOwner;
  readonly ownerId: number;
  readonly role: string;
}

/** Stores a quantity with its places and enters its id under its path. */
export type WriteQuantity = (
  report: ReportOwner,
  context: QuantityContext,
  quantity: Quantity,
  ids: Map<string, number>,
) => void;

/** Prepares the writing of quantities. Runs inside the transaction of the report. */
export function quantityWriter(
  database: Database.Database,
  places: Readonly<Record<PlaceOwner, WritePlaces>>,
): WriteQuantity {
  const insert = database.prepare(
    `INSERT INTO quantity (report_id, path, claim_id, fact_id, evaluation_id, fund_id, indicator_id, role, printed, unit,
       measure, reading, value, step, confidence, status, edits)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (report, { path, owner, ownerId, role }, quantity, ids) => {
    const where = `quantity ${path} ("${quantity.printed}")`;
    // Every number must be provable on the paper.
    if (quantity.places.length === 0) {
      throw new UnstorableReportError(report.file, where, 'at least one place', 'none');
    }
    const unit = quantity.measure === 'money' ? 'fen' : 'ten-thousandths';
    const of = (candidate: QuantityOwner) => (candidate === owner ? ownerId : null);
    const { lastInsertRowid } = insert.run(
      report.id,
      path,
      of('claim'),
      of('fact'),
      of('evaluation'),
      of('fund'),
      of('indicator'),
      role,
      quantity.printed,
      quantity.unit,
      quantity.measure,
      quantity.reading,
      wholeNumber(report, where, quantity.value, unit),
      wholeNumber(report, where, quantity.step, unit),
      quantity.confidence,
      quantity.status,
      JSON.stringify(quantity.edits),
    );
    const id = Number(lastInsertRowid);
    places.quantity(report, id, quantity.places);
    ids.set(path, id);
  };
}
