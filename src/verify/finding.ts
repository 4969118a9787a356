import type { Finding, Report } from '../normalize/report.js';
import type { Check, Judgement } from './check.js';
import { groupBy } from './group-by.js';
import type { Hint } from './hint.js';
import type { Evaluated } from './status.js';
import { integerOf } from './value.js';
import { evidenceOf, gapText, isZero, pathsOf, placesOf, sideText, termsOf, termText } from './wording.js';

/** Finding for a total below its largest part: rather misread than wrong. */
export const TOTAL_BELOW_PART = 'parse/total-below-part';
/** Finding for an exception inside a check: a fault of the program, not of the report. */
export const CHECK_FAILED = 'program/check-failed';

/** How many subjects a message names before it counts the rest. */
const NAMED = 6;

function unequal(report: Report, check: Check, evaluated: Evaluated, hint: Hint | undefined): Finding {
  const { identity, evaluation } = evaluated;
  const below = evaluation.reason === 'total-below-part';
  const verdict = below ? '合计比其中一项还小，多半是读错了数或错了行，请对照原页' : `“${check.zh}”不成立`;
  const sides = `${sideText(identity.left)} ≠ ${sideText(identity.right)}`;
  const diagnosis = below ? 'misread' : (check.diagnose?.(identity, evaluation, report) ?? hint?.diagnosis ?? null);
  return {
    check: below ? TOTAL_BELOW_PART : check.id,
    severity: below ? 'warning' : (identity.severity ?? check.severity),
    message: `${identity.subject}：${verdict}。${sides}；${gapText(report, evaluated)}。${hint ? `${hint.text}。` : ''}`,
    places: evidenceOf(identity),
    figures: pathsOf(termsOf(identity)),
    ...(diagnosis === null ? {} : { diagnosis }),
  };
}

/** The finding of a judgement that does not hold, or could not be decided; none for the others. */
export function judgedFinding(check: Check, judgement: Judgement): readonly Finding[] {
  const { outcome, subject, message, severity, terms, places, diagnosis } = judgement;
  if (message === '' || (outcome !== 'violation' && outcome !== 'unresolved')) return [];
  return [
    {
      check: check.id,
      severity: severity ?? check.severity,
      message: `${subject}：${message}`,
      places: [...placesOf(terms), ...(places ?? [])],
      figures: [...new Set(pathsOf(terms))],
      ...(diagnosis === null ? {} : { diagnosis }),
    },
  ];
}

/** Why an unresolved identity could not be decided, in a sentence that is the same for all that share the reason. */
function reasonText({ identity, evaluation }: Evaluated): string {
  const { reason } = evaluation;
  if (reason === 'doubt') return identity.doubt ?? '';
  if (reason === 'too-large') return '数值超出可以精确计算的范围，多半是几个数粘在了一起';
  const culprits = termsOf(identity).filter(({ figure }) =>
    reason === 'missing' ? figure === null : figure?.reading === 'unreadable' || integerOf(figure) === null,
  );
  const shown = reason === 'missing' ? culprits : culprits.filter((term) => !isZero(term));
  return `${shown.map(termText).join('、')}${reason === 'missing' ? '' : '，无法读成数'}`;
}

/** One finding for all that one check could not decide in one statement for one reason. */
function undecided(check: Check, group: readonly Evaluated[]): readonly Finding[] {
  const [first] = group;
  if (first === undefined) return [];
  const terms = group.flatMap(({ identity }) => termsOf(identity));
  const culprits = terms.filter(({ figure }) => figure?.reading === 'unreadable');
  const subjects = group.map(({ identity }) => identity.subject);
  const rest = subjects.length > NAMED ? ` 等 ${subjects.length} 处` : '';
  return [
    {
      check: check.id,
      severity: 'warning',
      message: `“${check.zh}”无法核对：${reasonText(first)}。涉及 ${subjects.slice(0, NAMED).join('；')}${rest}。`,
      places: placesOf(culprits.length > 0 ? culprits : first.identity.left),
      figures: [...new Set(pathsOf(terms))],
    },
  ];
}

/** Findings of one check: each violation, each total below a part, and what could not be decided, grouped by reason. */
export function findingsOf(
  report: Report,
  check: Check,
  evaluated: readonly Evaluated[],
  hints: ReadonlyMap<Evaluated, Hint> = new Map(),
): readonly Finding[] {
  const fails = ({ evaluation }: Evaluated) =>
    evaluation.outcome === 'violation' || evaluation.reason === 'total-below-part';
  const undecidedOnes = evaluated.filter((one) => one.evaluation.outcome === 'unresolved' && !fails(one));
  const table = ({ identity }: Evaluated) => pathsOf(termsOf(identity))[0]?.split('/')[0] ?? '';
  return [
    ...evaluated.filter(fails).map((one) => unequal(report, check, one, hints.get(one))),
    ...groupBy(undecidedOnes, (one) => `${table(one)}|${reasonText(one)}`).flatMap((group) => undecided(check, group)),
  ];
}

/** The finding for an exception inside a check. The report is not to blame, and nothing counts as passed. */
export function checkFailed(check: Check, error: unknown): Finding {
  const cause = error instanceof Error ? error.message : String(error);
  return {
    check: CHECK_FAILED,
    severity: 'error',
    message: `核对规则 ${check.id} 自身出错（${cause}），本规则在这份报告上没有结论。这是程序的缺陷，请连同文件一起报告。`,
    places: [],
    figures: [],
  };
}
