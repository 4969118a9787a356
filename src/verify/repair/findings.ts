import type { Amount } from '../../normalize/printed.js';
import type { Finding } from '../../normalize/report.js';
import { isAgreed } from '../agreement.js';
import type { Identity, Term } from '../check.js';
import { pathsOf, placesOf, sideText, termsOf } from '../wording.js';
import type { Accepted } from './acceptance.js';
import { printedText } from './apply.js';
import type { Component } from './component.js';
import type { Explanation } from './explain.js';
import type { Problem, Row } from './problem.js';

/** Finding: a figure has the only amount that satisfies the identities, not the one that was read. */
export const REPAIRED = 'repair/repaired';
/** Finding: failing identities that misreadings could explain in more than one way, or not with certainty. */
export const UNRESOLVED = 'repair/unresolved';

/** How many identities a message spells out before it counts the rest. */
const NAMED = 4;

/** The terms as a message shows them when the repaired amounts stand in place of the readings. */
function shown(problem: Problem, identity: Identity, amounts: ReadonlyMap<string, Amount>): Identity {
  const put = (terms: readonly Term[]) =>
    terms.map((term): Term => {
      const amount = amounts.get(term.path);
      const image = problem.images.get(term.path);
      if (amount === undefined || image === undefined || term.figure === null || 'measure' in term.figure) return term;
      const printed = printedText(amount, image.unit);
      return { ...term, figure: { ...term.figure, printed, reading: 'amount', amount } };
    });
  return { ...identity, left: put(identity.left), right: put(identity.right) };
}

/** “行政运行”75.33（第9页）: the figure as it was read, named by one of its identities. */
function readTerm(rows: readonly Row[], path: string): Term | undefined {
  return rows.flatMap(({ evaluated }) => termsOf(evaluated.identity)).find((term) => term.path === path);
}

function nameOf(rows: readonly Row[], path: string): string {
  const term = readTerm(rows, path);
  const page = term?.figure?.places[0]?.page;
  return `“${term?.label ?? path}”${page === undefined ? '' : `（第${page}页）`}`;
}

const quoted = (printed: string) => (printed === '' ? '空白' : `“${printed}”`);

/** One note for a repaired figure: what was read, what it is now, by which identities, and which reading says so too. */
export function repairedFinding(problem: Problem, { change, support }: Accepted, all: readonly Accepted[]): Finding {
  const { path, amount, candidate } = change;
  const image = problem.images.get(path);
  const amounts = new Map(all.map((one) => [one.change.path, one.change.amount]));
  const identities = support.map(({ evaluated }) => shown(problem, evaluated.identity, amounts));
  const proofs = identities
    .slice(0, NAMED)
    .map((identity) => `${identity.subject}，${sideText(identity.left)} = ${sideText(identity.right)}`);
  const more = identities.length > NAMED ? `；等 ${identities.length} 处` : '';
  const { reading = null } = candidate ?? {};
  const also = reading === null ? '' : `；${reading.engine} 也读作${quoted(reading.text)}`;
  const now = image === undefined ? '' : printedText(amount, image.unit);
  return {
    check: REPAIRED,
    severity: 'note',
    message: `${nameOf(support, path)}：识别为${quoted(image?.figure.printed ?? '')}，改为 ${now}。只有改后下列等式才成立：${proofs.join('；')}${more}${also}。`,
    places: image?.figure.places ?? [],
    figures: [path],
    diagnosis: 'misread',
  };
}

/** What may stand where, for one warning: the figure as read, and every amount that an explanation gives it. */
function candidatesText(problem: Problem, rows: readonly Row[], { ways }: Explanation): readonly string[] {
  const changes = ways.flat();
  return [...new Set(changes.map(({ path }) => path))].map((path) => {
    const image = problem.images.get(path);
    const amounts = changes.filter((one) => one.path === path).map(({ amount }) => amount);
    const texts = image === undefined ? [] : [...new Set(amounts.map((amount) => printedText(amount, image.unit)))];
    return `${nameOf(rows, path)}识别为${quoted(image?.figure.printed ?? '')}，可能是 ${texts.join(' 或 ')}`;
  });
}

function whyOpen({ ways, isComplete }: Explanation): string {
  if (!isComplete) return '牵涉的数太多，没有算完所有可能';
  return ways.length > 1 ? '不止一种改法说得通' : '支持这种改法的等式或识别结果还不够';
}

/**
 * One warning for a group of failing identities that misreadings could explain, none of them with certainty. Nothing where every figure in
 * question was read alike by two engines: then the report contradicts itself, and the violation says so.
 */
export function unresolvedFindings(
  problem: Problem,
  { failing, suspects }: Component,
  explanation: Explanation,
): readonly Finding[] {
  const { ways, isComplete } = explanation;
  const isAgreedWith = (path: string) => isAgreed(problem.images.get(path)?.figure.readings);
  if (isComplete && ways.every((way) => way.every(({ path }) => isAgreedWith(path)))) return [];
  if (ways.length === 0 && suspects.every(isAgreedWith)) return [];
  const rows = [...new Set([...failing, ...ways.flat().flatMap(({ path }) => problem.rowsByPath.get(path) ?? [])])];
  const paths = [...new Set(ways.flat().map(({ path }) => path))];
  const subjects = failing.map(({ evaluated }) => evaluated.identity.subject);
  const rest = subjects.length > NAMED ? `等 ${subjects.length} 处` : '';
  const candidates = candidatesText(problem, rows, explanation);
  const listed = candidates.length > 0 ? `：${candidates.join('；')}` : '';
  const terms = failing.flatMap(({ evaluated }) => termsOf(evaluated.identity));
  const places =
    paths.length > 0 ? paths.flatMap((path) => problem.images.get(path)?.figure.places ?? []) : placesOf(terms);
  return [
    {
      check: UNRESOLVED,
      severity: 'warning',
      message: `${subjects.slice(0, NAMED).join('；')}${rest}不成立，可能是识别有误，但${whyOpen(explanation)}，没有改动${listed}。请对照原页。`,
      places,
      figures: paths.length > 0 ? paths : [...new Set(pathsOf(terms))],
      diagnosis: 'misread',
    },
  ];
}
