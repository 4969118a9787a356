import type { OcrReading } from '../../extract/document.js';
import type { Unit } from '../../normalize/figures/unit.js';
import type { Amount } from '../../normalize/printed.js';
import { isAgreed } from '../agreement.js';
import { confusions } from './confusions.js';
import type { ImageFigure } from './image-figure.js';
import { misreadingsOf, type PrintedNumber } from './misreadings.js';

/** An amount that may stand on the paper instead of the one that was read. */
export interface Candidate {
  readonly amount: Amount;
  readonly price: number;
  /** The reading that gives it, where one does. */
  readonly reading: OcrReading | null;
}

/** An amount as it is printed under a unit. */
export function printedNumber({ fen, stepFen }: Amount, { fenPerUnit }: Unit): PrintedNumber {
  let decimals = 0;
  for (let worth = fenPerUnit; worth > stepFen; worth /= 10) decimals += 1;
  const digits = String(Math.abs(fen) / stepFen).padStart(decimals + 1, '0');
  return { isNegative: fen < 0, digits, decimals };
}

function amountOf({ isNegative, digits, decimals }: PrintedNumber, { fenPerUnit }: Unit): Amount | null {
  const scale = 10n ** BigInt(decimals);
  if (BigInt(fenPerUnit) % scale !== 0n) return null;
  const stepFen = Number(BigInt(fenPerUnit) / scale);
  const fen = Number(digits) * stepFen;
  return Number.isSafeInteger(fen) ? { fen: isNegative ? -fen : fen, stepFen } : null;
}

/** The number that is left of an unreadable text when its points and commas are taken for noise: "2.568.50", "2568,50". */
function salvaged(text: string, { unit, usualStep }: ImageFigure): Amount | null {
  const digits = text.replace(/[^\d]/g, '').replace(/^0+(?=\d)/, '');
  if (usualStep === null || digits === '' || text.length > digits.length + 4) return null;
  const { decimals } = printedNumber({ fen: 0, stepFen: usualStep }, unit);
  const isNegative = /^[-−－—]/.test(text.trim());
  return amountOf({ isNegative, digits: digits.padStart(decimals + 1, '0'), decimals }, unit);
}

/** How the price of any change of a figure moves: up where two engines agree, down where the only one doubts. */
export function surcharge(image: ImageFigure): number {
  const { acceptance, prices } = confusions();
  if (isAgreed(image.figure.readings)) return prices.agreedReading;
  const [first] = image.figure.readings ?? [];
  return first !== undefined && first.confidence < acceptance.sureFrom ? -1 : 0;
}

/**
 * The amounts that may stand on the paper, the cheapest first: those of the other readings, then what the model of misreadings makes of
 * each reading. Another last place than the usual one of the statement is no candidate. The amount that was read is not among them.
 */
export function candidatesOf(image: ImageFigure): readonly Candidate[] {
  const { prices } = confusions();
  const { figure, unit, usualStep, readings } = image;
  const found = new Map<number, Candidate>();
  const extra = surcharge(image);
  const read = figure.reading === 'unreadable' ? null : (figure.amount?.fen ?? 0);
  const add = (amount: Amount | null, price: number, reading: OcrReading | null) => {
    if (amount === null || amount.fen === read) return;
    if (usualStep !== null && amount.stepFen !== usualStep && reading === null) return;
    const known = found.get(amount.fen);
    const cost = Math.max(1, price + extra);
    if (known === undefined || cost < known.price)
      found.set(amount.fen, { amount, price: cost, reading: reading ?? known?.reading ?? null });
  };
  const [first] = figure.readings ?? [];
  for (const { source, amount, reading } of readings) {
    const isOther = source.engine !== first?.engine;
    const nothing = reading === 'amount' ? null : { fen: 0, stepFen: usualStep ?? unit.fenPerUnit };
    if (reading !== 'unreadable') add(amount ?? nothing, isOther ? prices.otherEngine : prices.alternative, source);
    else add(salvaged(source.text, image), prices.alternative, null);
  }
  const bases = [figure.amount, ...readings.map(({ amount }) => amount)].filter((amount) => amount !== null);
  for (const [index, base] of bases.entries())
    for (const { truth, price } of misreadingsOf(printedNumber(base, unit)))
      add(amountOf(truth, unit), price + (index === 0 ? 0 : 1), null);
  return [...found.values()].sort((a, b) => a.price - b.price || a.amount.fen - b.amount.fen);
}
