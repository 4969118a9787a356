import { UnstorableReportError } from './store-error.js';
import type { ReportOwner } from './write-places.js';

/** Ids of what the database holds of a report: figures by `<statement>/<row>/<column key>`, quantities by their path. */
export interface NumberIds {
  readonly figures: ReadonlyMap<string, number>;
  readonly quantities: Map<string, number>;
}

/** A stored number: which table holds it, and its id there. */
export interface NumberId {
  readonly kind: 'figure' | 'quantity';
  readonly id: number;
}

/**
 * The number at a path.
 * @throws UnstorableReportError where no number of the report (or none of the wanted kind) has it
 */
export function numberAt(
  report: ReportOwner,
  where: string,
  path: string,
  ids: NumberIds,
  wanted?: 'figure',
): NumberId {
  const figure = ids.figures.get(path);
  if (figure !== undefined) return { kind: 'figure', id: figure };
  const quantity = wanted === undefined ? ids.quantities.get(path) : undefined;
  if (quantity !== undefined) return { kind: 'quantity', id: quantity };
  const expected = `the path of a figure, <statement>/<row>/<column key>${wanted ? '' : ', or of a quantity'}`;
  throw new UnstorableReportError(report.file, where, expected, path);
}
