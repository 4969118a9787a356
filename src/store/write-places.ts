import type Database from 'better-sqlite3';
import type { Place } from '../extract/place.js';

/** What has places. Each has a table `<owner>_place`. */
export type PlaceOwner =
  | 'paragraph'
  | 'statement'
  | 'statement_row'
  | 'figure'
  | 'raw_cell'
  | 'claim'
  | 'claim_relation'
  | 'fact'
  | 'evaluation'
  | 'evaluation_text'
  | 'evaluation_fund'
  | 'evaluation_indicator'
  | 'evaluation_target'
  | 'evaluation_problem'
  | 'quantity'
  | 'finding';

/** The report that is being written. */
export interface ReportOwner {
  readonly id: number;
  /** Named in errors. */
  readonly file: string;
}

/** Stores the places of a record in their order. */
export type WritePlaces = (report: ReportOwner, ownerId: number, places: readonly Place[]) => void;

/** One writer for each kind of owner, its statement prepared. */
export function placeWriters(database: Database.Database): Readonly<Record<PlaceOwner, WritePlaces>> {
  const writer = (owner: PlaceOwner): WritePlaces => {
    const insert = database.prepare(
      `INSERT INTO ${owner}_place (${owner}_id, ordinal, report_id, page, box_left, box_top, box_right, box_bottom)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    return (report, ownerId, places) => {
      for (const [ordinal, { page, box }] of places.entries()) {
        insert.run(ownerId, ordinal, report.id, page, ...boxValues(box));
      }
    };
  };
  return {
    paragraph: writer('paragraph'),
    statement: writer('statement'),
    statement_row: writer('statement_row'),
    figure: writer('figure'),
    raw_cell: writer('raw_cell'),
    claim: writer('claim'),
    claim_relation: writer('claim_relation'),
    fact: writer('fact'),
    evaluation: writer('evaluation'),
    evaluation_text: writer('evaluation_text'),
    evaluation_fund: writer('evaluation_fund'),
    evaluation_indicator: writer('evaluation_indicator'),
    evaluation_target: writer('evaluation_target'),
    evaluation_problem: writer('evaluation_problem'),
    quantity: writer('quantity'),
    finding: writer('finding'),
  };
}

/** The four columns of a box, left, top, right, bottom; all NULL where there is none. */
export function boxValues(box: Place['box']): readonly (number | null)[] {
  return box ? [box.left, box.top, box.right, box.bottom] : [null, null, null, null];
}
