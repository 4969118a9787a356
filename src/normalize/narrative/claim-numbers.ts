import { claimWords } from './claim-seeds.js';
import { NUMBER } from './quantity.js';

/** An amount of money or a percentage in the form of a paragraph. */
export interface NumberToken {
  readonly from: number;
  /** Behind the unit. */
  readonly to: number;
  /** Behind the digits. */
  readonly digitsTo: number;
  readonly digits: string;
  readonly unit: string;
  readonly measure: 'money' | 'percent';
}

const END = '(?=[,;:。、)(]|$)';
const MONEY = `(?:亿|千万|百万|十万|万|千|百)?元|[万亿]${END}`;
const VALUE = new RegExp(`(?<![\\d.])(?<digits>${NUMBER}(?: ${NUMBER})*)(?<unit>${MONEY}|%|个百分点|倍)`, 'gu');
/** 各是1.00,2.00万元: the unit stands behind the last of them. */
const LISTED = new RegExp(
  `(?<=(?:各|分别)[^,;:。\\d]{0,4})(?<list>${NUMBER}(?:[,、和]${NUMBER})+)(?<unit>${MONEY}|%)`,
  'gu',
);
const SEPARATE = new RegExp(NUMBER, 'gu');
/** The sign lost: 占76.23, 增长3.5. Only at the end of a clause, so that no other unit follows. */
const LOST_SIGN = new RegExp(`(?<=占[^,;:。\\d]{0,30}|增长|下降|降幅|增幅)(?<digits>${NUMBER})${END}`, 'gu');

/**
 * Money and percentages in a text, in order. Years, dates, document numbers and counts have no such unit. A threshold (单价100万元（含）
 * 以上设备) is no amount of the report. `digits` may hold a blank where two numbers stand side by side: such a number is not readable.
 */
export function numbersIn(text: string): readonly NumberToken[] {
  if (!/\d/.test(text)) return [];
  const tokens: NumberToken[] = [];
  for (const match of text.matchAll(LISTED)) {
    const { list = '', unit = '' } = match.groups ?? {};
    const parts = [...list.matchAll(SEPARATE)];
    for (const [index, part] of parts.entries()) {
      const from = match.index + part.index;
      const digitsTo = from + part[0].length;
      const to = index === parts.length - 1 ? digitsTo + unit.length : digitsTo;
      tokens.push({ from, to, digitsTo, digits: part[0], unit, measure: unit === '%' ? 'percent' : 'money' });
    }
  }
  const isTaken = (from: number): boolean => tokens.some((token) => from >= token.from && from < token.to);
  for (const match of text.matchAll(VALUE)) {
    const { digits = '', unit = '' } = match.groups ?? {};
    const digitsTo = match.index + digits.length;
    const to = digitsTo + unit.length;
    if (isTaken(match.index) || unit === '个百分点' || isThreshold(text, match.index, to)) continue;
    tokens.push({
      from: match.index,
      to,
      digitsTo,
      digits,
      unit,
      measure: /[元万亿]/.test(unit) ? 'money' : 'percent',
    });
  }
  for (const match of /[占增下降]/u.test(text) ? text.matchAll(LOST_SIGN) : []) {
    const { digits = '' } = match.groups ?? {};
    const to = match.index + digits.length;
    if (!isTaken(match.index)) {
      tokens.push({ from: match.index, to, digitsTo: to, digits, unit: '', measure: 'percent' });
    }
  }
  return tokens.sort((a, b) => a.from - b.from);
}

function isThreshold(text: string, from: number, to: number): boolean {
  const { threshold } = claimWords();
  return (
    threshold.before.test(text.slice(Math.max(0, from - 12), from)) || threshold.after.test(text.slice(to, to + 8))
  );
}
