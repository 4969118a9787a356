import type { TextLine } from '../../extract/document.js';
import { halfWidth } from '../text/full-width.js';
import { namesAt, type Piece } from './dump-levels.js';
import type { PrintedText } from './evaluation.js';
import type { RawEvaluation, RawIndicator } from './raw.js';
import { evaluationWords, labelWord, type PrintedColumn } from './words.js';

type Word = Piece<TextLine>;

/** A line on which the values of an indicator stand. */
interface Anchor {
  /** Words of the line before the values: the rest of its names. */
  readonly before: readonly Word[];
  readonly values: Partial<Record<'target' | 'actual' | 'weight' | 'score' | 'deviation', Word>>;
}

const NUMBER = /^\d+(\.\d+)?$/;
const OPERATOR = /^(=|≥|≧|≤|≦|>|<|>=|<=)(?=.)/u;

/** The columns that the header lines of the indicators name, in order. */
export function indicatorColumnsIn(lines: readonly TextLine[]): readonly PrintedColumn[] {
  const { indicatorColumns } = evaluationWords();
  const words = lines.flatMap(({ text }) => text.trim().split(/\s+/u));
  const columns: PrintedColumn[] = [];
  for (let at = 0; at < words.length; ) {
    let taken = 1;
    for (let count = Math.min(4, words.length - at); count > 0; count--) {
      const column = indicatorColumns.get(labelWord(words.slice(at, at + count).join('')));
      if (column === undefined) continue;
      columns.push(column);
      taken = count;
      break;
    }
    at += taken;
  }
  return columns;
}

/** Whether a line goes on with the header of the indicators: a part of a word of the header and nothing else. */
export function goesOnWithHeader(line: TextLine): boolean {
  const form = labelWord(line.text);
  return form.length > 1 && [...evaluationWords().indicatorColumns.keys()].some((word) => word.includes(form));
}

/**
 * The indicators out of the lines between header and total. Each row has one line with its values; its names stand on this line or on
 * lines before it. Where a page break cut the row, the rest of its name follows *after* the values: what stands between two rows before
 * the next name of a level belongs to the row above.
 */
export function indicatorsIn(lines: readonly TextLine[], open: RawEvaluation): void {
  let gap: Word[] = [];
  let levels: { level1?: PrintedText; level2?: PrintedText } = {};
  for (const line of lines) {
    const words = wordsOf(line);
    const anchor = anchorIn(words);
    if (anchor === null) {
      gap.push(...words);
      continue;
    }
    const names = [...gap, ...anchor.before];
    const start = startOfRow(names, gap.length, anchor, open.indicators.at(-1));
    extend(open.indicators, names.slice(0, start));
    const found = namesAt(names, start);
    const own = names.slice(start + (found?.pieces ?? 0));
    const cell = (name: string): PrintedText => ({ text: name, places: placesOf(names.slice(start)) });
    if (found?.level1) levels = { level1: cell(found.level1) };
    if (found?.level2) levels = { ...levels, level2: cell(found.level2) };
    const level3 = textOf(own);
    const values = Object.entries(anchor.values).map(([column, word]) => [column, textOf([word])] as const);
    open.indicators.push({ ...levels, level3, ...Object.fromEntries(values) });
    gap = [];
  }
  extend(open.indicators, gap);
}

function wordsOf(line: TextLine): Word[] {
  return line.text
    .trim()
    .split(/\s+/u)
    .filter((text) => text !== '')
    .map((text) => ({ text, source: line }));
}

/**
 * The values at the end of a line: target, actual, weight, score, and the deviation after them. Weight and score are the last two of
 * the first numbers that stand together; the score is never above the weight.
 */
function anchorIn(words: readonly Word[]): Anchor | null {
  const forms = words.map(({ text }) => halfWidth(text));
  const signed = forms.findIndex((form) => OPERATOR.test(form) && /\d/.test(form));
  const isNumber = (at: number): boolean => NUMBER.test(forms[at] ?? '');
  let weight: number;
  if (signed >= 0) weight = signed + 2;
  else {
    const start = forms.findIndex((_, at) => at >= 2 && isNumber(at) && isNumber(at + 1));
    if (start < 0) return null;
    weight = start;
    while (isNumber(weight + 2)) weight++;
    // Three numbers together: the first is the actual value.
    if (weight - start > 1) return null;
  }
  const [target, actual, weightWord, score] = words.slice(weight - 2, weight + 2);
  if (target === undefined || actual === undefined || weightWord === undefined || score === undefined) return null;
  if (!isNumber(weight) || !isNumber(weight + 1)) return null;
  if (Number(score.text) > Number(weightWord.text)) return null;
  const rest = words.slice(weight + 2);
  const [deviation] = rest;
  return {
    before: words.slice(0, weight - 2),
    values: {
      target,
      actual,
      weight: weightWord,
      score,
      ...(deviation ? { deviation: { ...deviation, text: rest.map(({ text }) => text).join('') } } : {}),
    },
  };
}

/** Where the names of the next row begin among the words since the last values. */
function startOfRow(names: readonly Word[], inGap: number, anchor: Anchor, before: RawIndicator | undefined): number {
  if (before === undefined) return 0;
  for (let at = 0; at < names.length; at++) if (namesAt(names, at) !== null) return at;
  // No name of a level: all of it names the next row, but for the rest of a cut row when the next row has a name on its own line.
  const page = before.target?.places[0]?.page;
  const cut = names[0] !== undefined && names[0].source.page !== page;
  return cut && anchor.before.length > 0 ? inGap : 0;
}

/** Puts the rest of a name to the row above. */
function extend(indicators: RawIndicator[], words: readonly Word[]): void {
  const last = indicators.at(-1);
  if (last?.level3 === undefined || words.length === 0) return;
  const rest = textOf(words);
  indicators[indicators.length - 1] = {
    ...last,
    level3: { text: last.level3.text + rest.text, places: [...last.level3.places, ...rest.places] },
  };
}

function textOf(words: readonly Word[]): PrintedText {
  return { text: words.map(({ text }) => text).join(''), places: placesOf(words) };
}

function placesOf(words: readonly Word[]) {
  return [...new Set(words.map(({ source }) => source))].map(({ page, box }) => ({ page, box }));
}
