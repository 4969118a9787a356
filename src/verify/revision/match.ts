import type { KeyedNumber } from './numbers.js';

/** The numbers of two versions: those found in both, and those of one only. */
export interface Matched {
  readonly both: readonly (readonly [old: KeyedNumber, now: KeyedNumber])[];
  readonly gone: readonly KeyedNumber[];
  readonly added: readonly KeyedNumber[];
}

/**
 * Finds each number in the other version. Numbers that share a key are taken in their order, but only where both versions have as many
 * of them. Else those that print the same are the same (a row was added among rows of one name), and of the rest nobody can tell which is which:
 * they count as numbers of one version.
 */
export function matchNumbers(old: readonly KeyedNumber[], now: readonly KeyedNumber[]): Matched {
  const asMany = (one: number, other: number) => one === other;
  const first = pairsBy(old, now, ({ key }) => key, asMany);
  const alike = pairsBy(
    first.gone,
    first.added,
    ({ key, number }) => `${key}|${number.printed}`,
    () => true,
  );
  const last = pairsBy(
    alike.gone,
    alike.added,
    ({ otherKey }) => otherKey,
    (one, other) => one === 1 && other === 1,
  );
  return { both: [...first.both, ...alike.both, ...last.both], gone: last.gone, added: last.added };
}

function pairsBy(
  old: readonly KeyedNumber[],
  now: readonly KeyedNumber[],
  keyOf: (number: KeyedNumber) => string | null,
  suits: (ones: number, others: number) => boolean,
): Matched {
  const [before, after] = [grouped(old, keyOf), grouped(now, keyOf)];
  const both: (readonly [KeyedNumber, KeyedNumber])[] = [];
  const matched = new Set<KeyedNumber>();
  for (const [key, ones] of before) {
    const others = after.get(key) ?? [];
    if (!suits(ones.length, others.length)) continue;
    for (const [at, one] of ones.entries()) {
      const other = others[at];
      if (other === undefined) continue;
      both.push([one, other]);
      matched.add(one).add(other);
    }
  }
  const left = (all: readonly KeyedNumber[]) => all.filter((one) => !matched.has(one));
  return { both, gone: left(old), added: left(now) };
}

function grouped(
  numbers: readonly KeyedNumber[],
  keyOf: (number: KeyedNumber) => string | null,
): ReadonlyMap<string, readonly KeyedNumber[]> {
  const groups = new Map<string, KeyedNumber[]>();
  for (const number of numbers) {
    const key = keyOf(number);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(number);
    else groups.set(key, [number]);
  }
  return groups;
}
