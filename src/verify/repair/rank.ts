/** A prime whose square is a safe integer. */
const PRIME = 67_108_859;

function inverse(value: number): number {
  let [a, b, x, y] = [value, PRIME, 1, 0];
  while (b !== 0) {
    const quotient = Math.floor(a / b);
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return ((x % PRIME) + PRIME) % PRIME;
}

const modulo = (value: number) => ((value % PRIME) + PRIME) % PRIME;

/**
 * How many of these linear identities are independent: a copy of one, or the sum of two others, proves nothing more. Coefficients are by
 * path and small; computed modulo a prime, which can only make the rank smaller.
 */
export function rankOf(identities: readonly ReadonlyMap<string, number>[]): number {
  const basis = new Map<string, ReadonlyMap<string, number>>();
  for (const identity of identities) {
    const row = new Map([...identity].map(([path, factor]) => [path, modulo(factor)]));
    for (const [pivot, known] of basis) {
      const factor = row.get(pivot) ?? 0;
      if (factor === 0) continue;
      for (const [path, value] of known) row.set(path, modulo((row.get(path) ?? 0) - factor * value));
    }
    const [pivot, head] = [...row].find(([, value]) => value !== 0) ?? [null, 0];
    if (pivot === null) continue;
    const scale = inverse(head);
    basis.set(pivot, new Map([...row].map(([path, value]) => [path, modulo(value * scale)])));
  }
  return basis.size;
}
