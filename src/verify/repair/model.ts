import type { Amount } from '../../normalize/printed.js';
import type { Candidate } from './candidates.js';
import { confusions } from './confusions.js';
import type { Row } from './problem.js';
import { Program, term } from './program.js';
import type { Choice, Scope } from './scope.js';

/** One changed figure of an explanation. `candidate` is `null` for a free change, that no misreading explains. */
export interface Change {
  readonly path: string;
  readonly amount: Amount;
  readonly candidate: Candidate | null;
}

/** A program for the solver, and the way back from its variables. */
export interface Model {
  readonly text: string;
  /** @param values of the variables that are not zero */
  readonly changesOf: (values: Readonly<Record<string, number>>) => readonly Change[];
}

/** How large gaps may become, in units: of a sum that stays violated, and of a figure that is changed freely. */
interface Scale {
  readonly unit: number;
  readonly bound: number;
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

const stepOf = ({ cell }: Choice) => cell.image.usualStep ?? cell.image.figure.amount?.stepFen ?? 1;

/** The coarsest unit in which all gaps, slacks and changes are whole numbers: HiGHS computes in doubles. */
function scaleOf({ choices, rows }: Scope): Scale {
  const values = [
    ...rows.flatMap(({ gap, slack }) => [gap, slack]),
    ...choices.flatMap((choice) => [
      ...(choice.isFree ? [stepOf(choice), choice.cell.value % stepOf(choice)] : []),
      ...choice.candidates.map(({ amount }) => amount.fen - choice.cell.value),
    ]),
  ];
  const unit = values.reduce(gcd, 0) || 1;
  return { unit, bound: 4 * Math.max(1, ...rows.map(({ gap }) => Math.abs(gap) / unit)) };
}

/** The terms of each identity as they come in, figure by figure. */
class Sums {
  private readonly byPath = new Map<string, Row[]>();
  private readonly terms = new Map<Row, string[]>();

  constructor(rows: readonly Row[]) {
    for (const row of rows) {
      this.terms.set(row, []);
      for (const path of row.coefficients.keys()) this.byPath.set(path, [...(this.byPath.get(path) ?? []), row]);
    }
  }

  /** A variable that moves a figure by `delta` moves every identity over it. */
  add(path: string, delta: number, variable: string): void {
    for (const row of this.byPath.get(path) ?? [])
      this.terms.get(row)?.push(term((row.coefficients.get(path) ?? 0) * delta, variable));
  }

  of(row: Row): readonly string[] {
    return this.terms.get(row) ?? [];
  }
}

type Names = ReadonlyMap<number | 'free', string>;

/** The variables of one figure: one for each candidate, and for a free change also by how many steps up or down. */
function addChoice(program: Program, sums: Sums, choice: Choice, index: number, { unit, bound }: Scale): Names {
  const { path, cell, candidates, isFree } = choice;
  const names = new Map<number | 'free', string>();
  for (const [at, { amount, price }] of candidates.entries()) {
    const name = program.binary(`c${index}_${at}`, price);
    names.set(amount.fen, name);
    sums.add(path, (amount.fen - cell.value) / unit, name);
  }
  if (isFree) {
    const step = stepOf(choice) / unit;
    const free = program.binary(`f${index}`, cell.freePrice);
    names.set('free', free);
    const up = Math.floor(bound / step);
    const down = cell.value >= 0 ? Math.min(up, Math.floor(cell.value / unit / step)) : up;
    for (const [name, sign, most] of [
      [`p${index}`, 1, up],
      [`n${index}`, -1, down],
    ] as const) {
      sums.add(path, sign * step, program.whole(name, most));
      program.require([term(1, name), term(-most, free)], '<=', 0);
    }
  }
  const ways = [...names.values()].map((name) => term(1, name));
  program.require(ways, cell.mustChange ? '=' : '<=', 1);
  return names;
}

/** An identity: it holds, or within rounding at a small price, or stays violated at a large one where it was or is not a hard one. */
function addRow(program: Program, sums: Sums, row: Row, index: number, scope: Scope, inexact: number, scale: Scale) {
  const terms = sums.of(row);
  if (terms.length === 0 && row.state !== 'failing') return;
  const [gap, slack] = [row.gap / scale.unit, row.slack / scale.unit];
  const leeway: (readonly [width: number, name: string])[] = [];
  if (row.kind === 'soft' || row.state === 'failing')
    leeway.push([2 * scale.bound, program.binary(`v${index}`, row.price)]);
  const isPriced = row.evaluated.identity.shape !== 'same-fact' && (row.state !== 'rounding' || scope.own.has(row));
  if (slack > 0 && isPriced) leeway.push([slack, program.binary(`u${index}`, inexact)]);
  const free = slack > 0 && !isPriced ? slack : 0;
  if (leeway.length === 0 && free === 0) return program.require(terms, '=', -gap);
  program.require([...terms, ...leeway.map(([width, name]) => term(-width, name))], '<=', free - gap);
  program.require([...terms, ...leeway.map(([width, name]) => term(width, name))], '>=', -free - gap);
}

/**
 * The least weighted set of changed readings under which every identity holds: a binary variable for each candidate amount, for each free change, for
 * each identity that is left violated (the report contradicts itself) and each that holds within rounding only.
 * @param forbidden sets of changes that may not all be made, from explanations found before
 * @param budget the largest price that is of interest
 */
export function modelOf(
  scope: Scope,
  isExactReport: boolean,
  forbidden: readonly (readonly Change[])[],
  budget: number,
): Model {
  const { prices } = confusions();
  const { choices, rows } = scope;
  const scale = scaleOf(scope);
  const program = new Program();
  const sums = new Sums(rows);
  const names = new Map(choices.map((one, at) => [one.path, addChoice(program, sums, one, at, scale)]));
  const inexact = isExactReport ? prices.inexactAmongExact : prices.inexactAmongRounded;
  for (const [index, row] of rows.entries()) addRow(program, sums, row, index, scope, inexact, scale);
  for (const set of forbidden) {
    const used = set.flatMap(({ path, amount, candidate }) => {
      const name = names.get(path)?.get(candidate === null ? 'free' : amount.fen);
      return name === undefined ? [] : [term(1, name)];
    });
    if (used.length === set.length) program.require(used, '<=', set.length - 1);
  }
  return {
    text: program.text(budget),
    changesOf: (values) => choices.flatMap((choice, at) => changeOf(choice, at, names.get(choice.path), values)),
  };
}

function changeOf(
  choice: Choice,
  index: number,
  names: Names | undefined,
  values: Readonly<Record<string, number>>,
): readonly Change[] {
  const { path, cell, candidates } = choice;
  const isChosen = (key: number | 'free') => {
    const name = names?.get(key);
    return name !== undefined && Math.round(values[name] ?? 0) === 1;
  };
  const chosen = candidates.find(({ amount }) => isChosen(amount.fen));
  if (chosen !== undefined) return [{ path, amount: chosen.amount, candidate: chosen }];
  if (!isChosen('free')) return [];
  const stepFen = stepOf(choice);
  const steps = Math.round(values[`p${index}`] ?? 0) - Math.round(values[`n${index}`] ?? 0);
  return [{ path, amount: { fen: cell.value + steps * stepFen, stepFen }, candidate: null }];
}
