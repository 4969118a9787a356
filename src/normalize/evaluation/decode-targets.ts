import type { Indicator, Target } from './evaluation.js';
import { splitsOf } from './target.js';

type Split = ReturnType<typeof splitsOf>[number];

/**
 * Decodes glued targets by the marks. Rule of marks: score = weight × min(1, actual / target), for ≤ the other way round (项目支出绩效
 * 自评 forms say so themselves). A row below full marks whose score fits exactly one way to part the digits proves that one; rows of
 * the same table with the same printed target follow. Full marks prove nothing. Where two rows prove different values, or a row with
 * the same target does not keep the rule, the digits stay `raw`.
 */
export function decodeTargets(indicators: readonly Indicator[]): readonly Indicator[] {
  const groups = new Map<string, Indicator[]>();
  for (const row of indicators)
    if (row.target.decoded === 'raw') groups.set(row.target.printed, [...(groups.get(row.target.printed) ?? []), row]);
  const proven = new Map(
    [...groups].flatMap(([printed, rows]) => {
      const split = provenBy(rows);
      return split === null ? [] : [[printed, split] as const];
    }),
  );
  return indicators.map((row) => {
    const split = row.target.decoded === 'raw' ? proven.get(row.target.printed) : undefined;
    if (split === undefined) return row;
    const target: Target = { ...row.target, value: split.value, unit: split.unit || null, decoded: 'proven' };
    return { ...row, target };
  });
}

function provenBy(rows: readonly Indicator[]): Split | null {
  const judged = rows.flatMap((row) => {
    const allowed = allowedSplits(row);
    return allowed === null ? [] : [{ row, allowed }];
  });
  const proving = judged.find(({ row, allowed }) => belowFullMarks(row) && allowed.length === 1);
  const [proof] = proving?.allowed ?? [];
  if (proof === undefined) return null;
  // Every row that can be judged must allow it: marks given in another way prove nothing.
  return judged.every(({ allowed }) => allowed.some(({ value }) => value === proof.value)) ? proof : null;
}

/** Splits of the digits under which the printed score is right within its last place; `null` where a number is missing. */
export function allowedSplits(row: Indicator): readonly Split[] | null {
  const { actual, weight, score } = row.numbers;
  if (row.target.operator === null) return null;
  if (actual?.value == null || weight?.value == null || score?.value == null || score.step == null) return null;
  const inverse = row.target.operator === '≤' || row.target.operator === '<';
  const [a, w, s, step] = [BigInt(actual.value), BigInt(weight.value), BigInt(score.value), BigInt(score.step)];
  if (a < 0n || w <= 0n || (inverse && a === 0n)) return null;
  return splitsOf(row.target).filter(({ value }) => {
    const t = BigInt(value);
    const [part, whole] = inverse ? [t, a] : [a, t];
    if (part >= whole) return s === w;
    // |score − weight·part/whole| ≤ step/2, without division.
    const gap = 2n * (s * whole - w * part);
    return gap <= step * whole && -gap <= step * whole;
  });
}

/** Only a score between nothing and full marks tells the target. */
function belowFullMarks({ numbers: { weight, score } }: Indicator): boolean {
  return weight?.value != null && score?.value != null && score.value > 0 && score.value < weight.value;
}
