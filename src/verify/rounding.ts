import { z } from 'zod';
import type { Finding, Report } from '../normalize/report.js';
import { readSeedJson } from '../normalize/seeds.js';
import { groupBy } from './group-by.js';
import type { Evaluated } from './status.js';
import { stepOf } from './value.js';
import { evidenceOf, gapText, pathsOf, sideText, termsOf } from './wording.js';

/** Note that amounts agree within rounding only. */
export const ROUNDED = 'rounding/statement';

const thresholds = z.object({
  /** From this share of exact identities on, a report counts as exact in itself. */
  exactPercent: z.number().int().min(1).max(100),
  /** Fewer identities than these prove nothing about a report. */
  fewest: z.number().int().positive(),
  reason: z.string().min(1),
});

/** How a report rounds: `exact` where nearly all its identities hold to the last digit, so that a gap of one is worth a look. */
export type RoundingHabit = 'exact' | 'usual' | 'unknown';

/**
 * An amount in 元 and the same in 万元 somewhere else: they differ by less than half a last place of the coarser print because they must.
 * That says nothing of how a report rounds.
 */
function isConverted(one: Evaluated): boolean {
  const { gapFen } = one.evaluation;
  if (gapFen === null || partsOf(one).length < 2) return false;
  const steps = termsOf(one.identity).flatMap(({ figure }) => stepOf(figure) ?? []);
  const coarsest = Math.max(...steps);
  return Math.min(...steps) < coarsest && 2 * Math.abs(gapFen) <= coarsest;
}

/** The habit of a report, from the identities that hold or fail with amounts in them. Those of zeros hold in any report. */
export function roundingHabit(evaluated: readonly Evaluated[]): RoundingHabit {
  const { exactPercent, fewest } = readSeedJson('checks/rounding.json', thresholds);
  let exact = 0;
  let all = 0;
  for (const one of evaluated) {
    const { outcome, leftFen, rightFen } = one.evaluation;
    if (outcome === 'not-applicable' || outcome === 'unresolved' || (leftFen === 0 && rightFen === 0)) continue;
    if (outcome === 'rounding' && isConverted(one)) continue;
    all += 1;
    if (outcome === 'exact') exact += 1;
  }
  if (all < fewest) return 'unknown';
  return 100 * exact >= exactPercent * all ? 'exact' : 'usual';
}

const ADVICE: Readonly<Record<RoundingHabit, string>> = {
  exact: '这份报告的其他核对几乎都分毫不差，这样的尾差值得对照原页看一眼',
  usual: '这份报告中尾差常见，多半是逐个数换算金额单位所致',
  unknown: '多半是逐个数换算金额单位所致',
};

/** What an identity is about: its statements, the prose, a self-evaluation. One note for each of these sets, however many its 0.01 are. */
function partsOf({ identity }: Evaluated): readonly string[] {
  const heads = pathsOf(termsOf(identity)).map((path) =>
    path.split('/', path.startsWith('evaluation/') ? 2 : 1).join('/'),
  );
  return [...new Set(heads)].sort();
}

/** One note for each statement, and for each pair of statements, that adds up or agrees within rounding only. */
export function roundingNotes(report: Report, evaluated: readonly Evaluated[]): readonly Finding[] {
  // The same amount printed with fewer digits (万元 in the prose, 元 in the table) agrees in every digit that is printed.
  const rounded = evaluated.filter(
    ({ identity, evaluation }) => evaluation.outcome === 'rounding' && identity.shape !== 'same-fact',
  );
  if (rounded.length === 0) return [];
  const advice = ADVICE[roundingHabit(evaluated)];
  return groupBy(rounded, (one) => partsOf(one).join('|')).flatMap((group): readonly Finding[] => {
    const [largest] = [...group].sort(
      (a, b) => Math.abs(b.evaluation.gapFen ?? 0) - Math.abs(a.evaluation.gapFen ?? 0),
    );
    if (largest === undefined) return [];
    const { identity } = largest;
    const what = partsOf(largest).length > 1 ? '处两边的数' : '处合计';
    const sides = `${sideText(identity.left)} 与 ${sideText(identity.right)}`;
    return [
      {
        check: ROUNDED,
        severity: 'note',
        message: `有 ${group.length} ${what}只在四舍五入的尾差之内成立；${advice}。最大一处：${identity.subject}，${sides}；${gapText(report, largest)}。`,
        places: evidenceOf(identity),
        figures: [...new Set(group.flatMap((one) => pathsOf(termsOf(one.identity))))],
        diagnosis: 'rounding',
      },
    ];
  });
}
