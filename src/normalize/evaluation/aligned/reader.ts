import type { TextLine } from '../../../extract/document.js';
import { byPage, emptyRaw, type RawEvaluation, yearIn } from '../raw.js';
import { readTotal, totalLabelOf } from '../total-line.js';
import { evaluationWords } from '../words.js';
import { readFields } from './fields.js';
import { isFundHead, readFunds } from './funds.js';
import { isGoalHead, readGoals } from './goals.js';
import { type Head, headIn } from './head.js';
import { isIndicatorHead, readIndicators } from './indicators.js';
import { type AlignedLine, placesOf } from './line.js';
import { isProblemHead, readProblems } from './problems.js';

/**
 * Reads one self-evaluation table in a dump that aligns columns by blanks, from its title on. The blocks follow each other as on the
 * form: header, funds, goals, indicators, total, grade, problems; each has columns of its own. `null` where the head of the indicators
 * can not be found.
 */
export function readAligned(title: TextLine, lines: readonly AlignedLine[]): RawEvaluation | null {
  const words = evaluationWords();
  const indicators = headIn(lines, words.indicatorColumns, isIndicatorHead);
  if (indicators === null) return null;
  const open = emptyRaw(title.text.trim(), yearIn(title.text) ?? yearIn(lines[0]?.text ?? ''));
  const upper = lines.slice(0, indicators.from);
  const funds = headIn(upper, words.fundColumns, isFundHead);
  const goals = headIn(upper, words.goalColumns, isGoalHead);
  const lower = lines.slice(indicators.to);
  const problems = headIn(lower, words.problemColumns, isProblemHead);
  const problemsAt = indicators.to + (problems?.from ?? lower.length);
  const totalAt = lines.findIndex((line, at) => at >= indicators.to && at < problemsAt && totalLabelOf(line) !== null);
  const starts = [funds?.from, goals?.from, indicators.from].flatMap((at) => at ?? []);
  const end = (at: number): number => Math.min(...starts.filter((other) => other > at));
  readFields(withoutYear(lines.slice(0, Math.min(...starts))), open);
  if (funds !== null) readFunds(lines.slice(funds.from, end(funds.from)), below(funds), open);
  if (goals !== null) readGoals(lines.slice(goals.from, end(goals.from)), below(goals), open);
  const total = lines[totalAt];
  if (total === undefined)
    open.unread.push({ what: '没有找到总分一行', places: placesOf(lines.slice(indicators.from)) });
  else {
    readIndicators(lines.slice(indicators.from, totalAt), below(indicators), open);
    readTotal(total, open);
    readFields(lines.slice(totalAt + 1, problemsAt), open);
  }
  if (problems !== null) readProblems(lines.slice(problemsAt), below(problems), open);
  open.places.push(...byPage(placesOf([title, ...lines])));
  return open;
}

/** The head in the lines that begin with it. */
function below<Key extends string>(head: Head<Key>): Head<Key> {
  return { ...head, from: 0, to: head.to - head.from };
}

/** The year below the title is read apart. */
function withoutYear(lines: readonly AlignedLine[]): readonly AlignedLine[] {
  return lines.filter((line, at) => at > 0 || yearIn(line.text) === null);
}
