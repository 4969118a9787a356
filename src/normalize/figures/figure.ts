import type { GridCell } from '../../extract/document.js';
import type { Figure } from '../report.js';
import { readAmount } from './amount.js';
import type { Unit } from './unit.js';

/** The figure that a value cell prints. Its status is `unverified` until the checks have run. */
export function figureOf(cell: GridCell, unit: Unit): { readonly figure: Figure; readonly reason: string | null } {
  const printed = cell.text.trim();
  const { reading, amount, edits, reason } = readAmount(printed, unit, { ocr: cell.readings !== undefined });
  const figure: Figure = {
    printed,
    reading,
    amount,
    edits,
    places: cell.places,
    confidence: cell.confidence,
    status: 'unverified',
    ...(cell.readings === undefined ? {} : { readings: cell.readings }),
  };
  return { figure, reason };
}
