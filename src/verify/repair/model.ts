import type { Amount } from '../../normalize/printed.js';
import type { Candidate } from './candidates.js';
import type { Choice, Scope } from './component.js';
import { confusions } from './confusions.js';
import type { Row } from './problem.js';

/** One changed figure of an explanation. `candidate` is `null` for a free change, that no misreading explains. */
export interface Change {
  readonly path: string;
  readonly amount: Amount;
  readonly candidate: Candidate | null;
}

/** A program in the LP format of HiGHS, and the way back from its variables. */
export interface Model {
  readonly text: string;
  readonly changesOf: (primalOf: (variable: string) => number) => readonly Change[];
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

const stepOf = ({ cell }: Choice) => cell.image.usualStep ?? cell.image.figure.amount?.stepFen ?? 1;

/** The coarsest unit in which all gaps, slacks and changes are whole numbers: HiGHS computes in doubles. */
function unitOf({ choices, rows }: Scope): number {
  const values = [
    ...rows.flatMap(({ gap, slack }) => [gap, slack]),
    ...choices.flatMap((choice) => [
      ...(choice.isFree ? [stepOf(choice), choice.cell.value % stepOf(choice)] : []),
      ...choice.candidates.map(({ amount }) => amount.fen - choice.cell.value),
    ]),
  ];
  return values.reduce(gcd, 0) || 1;
}

const signed = (factor: number, variable: string) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${variable}`;

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
  const unit = unitOf(scope);
  const widest = Math.max(1, ...rows.map(({ gap }) => Math.abs(gap) / unit));
  const bound = 4 * widest;
  const objective: string[] = [];
  const constraints: string[] = [];
  const bounds: string[] = [];
  const binaries: string[] = [];
  const generals: string[] = [];
  const binary = (name: string, price: number) => {
    binaries.push(name);
    objective.push(signed(price, name));
  };
  const sums = new Map<Row, string[]>(rows.map((row) => [row, []]));
  const rowsAt = new Map<string, Row[]>();
  for (const row of rows)
    for (const path of row.coefficients.keys()) rowsAt.set(path, [...(rowsAt.get(path) ?? []), row]);
  const addTo = (path: string, delta: number, variable: string) => {
    for (const row of rowsAt.get(path) ?? [])
      sums.get(row)?.push(signed((row.coefficients.get(path) ?? 0) * delta, variable));
  };

  const names = new Map<string, Map<number | 'free', string>>();
  for (const [index, { path, cell, candidates, isFree }] of choices.entries()) {
    const own = new Map<number | 'free', string>();
    names.set(path, own);
    for (const [at, { amount, price }] of candidates.entries()) {
      const name = `c${index}_${at}`;
      own.set(amount.fen, name);
      binary(name, price);
      addTo(path, (amount.fen - cell.value) / unit, name);
    }
    const choice = choices[index];
    if (isFree && choice !== undefined) {
      const step = stepOf(choice) / unit;
      own.set('free', `f${index}`);
      binary(`f${index}`, cell.freePrice);
      for (const [name, sign] of [
        [`p${index}`, 1],
        [`n${index}`, -1],
      ] as const) {
        generals.push(name);
        addTo(path, sign * step, name);
        const most = Math.floor(bound / step);
        const limit = sign < 0 && cell.value >= 0 ? Math.min(most, Math.floor(cell.value / unit / step)) : most;
        constraints.push(`${name} - ${Math.max(limit, 0)} f${index} <= 0`);
        bounds.push(`0 <= ${name} <= ${Math.max(limit, 0)}`);
      }
    }
    const all = [...own.values()];
    if (all.length > 0) constraints.push(`${all.join(' + ')} ${cell.mustChange ? '=' : '<='} 1`);
  }

  for (const [index, row] of rows.entries()) {
    const terms = (sums.get(row) ?? []).join(' ');
    if (terms === '' && row.state !== 'failing') continue;
    const [gap, slack] = [row.gap / unit, row.slack / unit];
    const leeway: string[] = [];
    if (row.kind === 'soft' || row.state === 'failing') {
      binary(`v${index}`, row.price);
      leeway.push(`${bound + widest} v${index}`);
    }
    const isNudged =
      slack > 0 && (row.state !== 'rounding' || scope.own.has(row)) && row.evaluated.identity.shape !== 'same-fact';
    if (isNudged) {
      binary(`u${index}`, isExactReport ? prices.inexactAmongExact : prices.inexactAmongRounded);
      leeway.push(`${slack} u${index}`);
    }
    const free = slack > 0 && !isNudged ? slack : 0;
    if (leeway.length === 0 && free === 0) constraints.push(`${terms} = ${-gap}`);
    else {
      constraints.push(`${terms} ${leeway.map((one) => `- ${one}`).join(' ')} <= ${-gap + free}`);
      constraints.push(`${terms} ${leeway.map((one) => `+ ${one}`).join(' ')} >= ${-gap - free}`);
    }
  }
  for (const set of forbidden) {
    const used = set.flatMap(({ path, amount, candidate }) => {
      const name = names.get(path)?.get(candidate === null ? 'free' : amount.fen);
      return name === undefined ? [] : [name];
    });
    if (used.length === set.length) constraints.push(`${used.join(' + ')} <= ${set.length - 1}`);
  }
  constraints.push(`${objective.join(' ')} <= ${budget}`);
  const text = [
    'Minimize',
    `cost: ${objective.join('\n ')}`,
    'Subject To',
    ...constraints.map(
      (one, index) => `r${index}: ${one.trim().replaceAll(' + ', '\n + ').replaceAll(' - ', '\n - ')}`,
    ),
    'Bounds',
    ...bounds,
    ...(generals.length > 0 ? ['Generals', ...generals] : []),
    'Binary',
    ...binaries,
    'End',
  ].join('\n');
  const isOne = (primalOf: (name: string) => number, name: string | undefined) =>
    name !== undefined && Math.round(primalOf(name)) === 1;
  const changesOf = (primalOf: (name: string) => number) =>
    choices.flatMap((choice, index): readonly Change[] => {
      const { path, cell, candidates } = choice;
      const own = names.get(path);
      const chosen = candidates.find(({ amount }) => isOne(primalOf, own?.get(amount.fen)));
      if (chosen !== undefined) return [{ path, amount: chosen.amount, candidate: chosen }];
      if (!isOne(primalOf, own?.get('free'))) return [];
      const step = stepOf(choice);
      const steps = Math.round(primalOf(`p${index}`)) - Math.round(primalOf(`n${index}`));
      return [{ path, amount: { fen: cell.value + steps * step, stepFen: step }, candidate: null }];
    });
  return { text, changesOf };
}
