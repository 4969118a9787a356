import type { OcrReading } from '../../extract/document.js';
import { readAmount } from '../../normalize/figures/amount.js';
import { findUnit, type Unit, unitOf } from '../../normalize/figures/unit.js';
import type { Amount, Figure, Reading } from '../../normalize/printed.js';
import type { Report, Statement } from '../../normalize/report.js';
import { confusions } from './confusions.js';

/** One reading of a place, understood. */
export interface UnderstoodReading {
  readonly source: OcrReading;
  readonly reading: Reading;
  readonly amount: Amount | null;
}

/** A figure that was read from an image, with all that its neighbours say of how it is printed. */
export interface ImageFigure {
  readonly path: string;
  readonly statement: number;
  readonly figure: Figure;
  readonly unit: Unit;
  /** Last place that nearly all figures of the statement have, in fen; `null` where they differ. */
  readonly usualStep: number | null;
  readonly readings: readonly UnderstoodReading[];
}

const UNITS = ['元', '千元', '万元', '百万元', '亿元'];

/** Whether a figure was read from an image. A digital one is never changed. */
function isFromImage({ readings }: Figure): boolean {
  return readings !== undefined;
}

function isReadUnder(figure: Figure, unit: Unit): boolean {
  const { amount } = readAmount(figure.printed, unit, { ocr: isFromImage(figure) });
  return amount?.fen === figure.amount?.fen && amount?.stepFen === figure.amount?.stepFen;
}

/** The unit under which the print gives the amount: that of the statement, or of the column. */
function unitOfFigure(figure: Figure, ofStatement: Unit | null): Unit | null {
  if (figure.amount === null || figure.amount.fen === 0) return null;
  const known = [ofStatement, ...UNITS.map(unitOf)].filter((unit) => unit !== null);
  return known.find((unit) => isReadUnder(figure, unit)) ?? null;
}

function mostCommon<T>(values: readonly T[]): readonly [value: T, count: number] | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first ?? null;
}

/** The last place of nearly all amounts of a statement. Where a few lost their point, the others still tell. */
function usualStepOf({ rows }: Statement): number | null {
  const steps = rows.flatMap(({ figures }) => Object.values(figures).flatMap(({ amount }) => amount?.stepFen ?? []));
  const [step, count] = mostCommon(steps) ?? [null, 0];
  return 100 * count >= confusions().acceptance.usualStepPercent * steps.length ? step : null;
}

function understood(figure: Figure, unit: Unit): readonly UnderstoodReading[] {
  return (figure.readings ?? []).map((source) => ({ source, ...readingOf(source.text, unit) }));
}

function readingOf(text: string, unit: Unit): Pick<UnderstoodReading, 'reading' | 'amount'> {
  const { reading, amount } = readAmount(text, unit, { ocr: true });
  return { reading, amount };
}

/** The figures of a statement that were read from an image. */
function figuresOf(statement: Statement, index: number): readonly ImageFigure[] {
  const all = statement.rows.flatMap(({ figures }, row) =>
    Object.entries(figures).map(([column, figure]) => ({ path: `${index}/${row}/${column}`, column, figure })),
  );
  const images = all.filter(({ figure }) => isFromImage(figure) && figure.repair === undefined);
  if (images.length === 0) return [];
  const printed = findUnit(statement.unit ?? '');
  const units = new Map(all.map(({ path, figure }) => [path, unitOfFigure(figure, printed)]));
  const usualUnits = new Map<string, Unit>();
  for (const { path, column } of all) {
    const unit = units.get(path);
    if (unit && !usualUnits.has(column)) usualUnits.set(column, unit);
  }
  const usualStep = usualStepOf(statement);
  return images.flatMap(({ path, column, figure }) => {
    const unit = units.get(path) ?? usualUnits.get(column) ?? printed;
    return unit === null
      ? []
      : [{ path, statement: index, figure, unit, usualStep, readings: understood(figure, unit) }];
  });
}

/** Every figure of a report that was read from an image, by path; those repaired already or under an unknown unit are left alone. */
export function imageFigures({ statements }: Report): ReadonlyMap<string, ImageFigure> {
  return new Map(statements.flatMap((one, index) => figuresOf(one, index)).map((figure) => [figure.path, figure]));
}
