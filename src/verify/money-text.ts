/** Worth in fen of the units that such reports print. Longer names first: 百万元 ends in 万元, and that in 元. */
const UNITS: readonly (readonly [string, number])[] = [
  ['亿元', 10_000_000_000],
  ['百万元', 100_000_000],
  ['万元', 1_000_000],
  ['千元', 100_000],
  ['元', 100],
];

/**
 * An amount in fen as text in the unit that a statement prints ("单位：万元" will do), exact, with at least two decimals:
 * 2000 fen under 万元 is "0.002 万元". Without a known unit: 元.
 */
export function moneyText(fen: number, unitLine: string | null): string {
  const [name, worth] = UNITS.find(([unit]) => unitLine?.includes(unit)) ?? ['元', 100];
  const places = String(worth).length - 1;
  const absolute = Math.abs(fen);
  const whole = Math.floor(absolute / worth);
  const decimals = String(absolute % worth).padStart(places, '0');
  const trimmed = decimals.replace(/0+$/, '').padEnd(2, '0');
  return `${fen < 0 ? '-' : ''}${whole}.${trimmed} ${name}`;
}
