import type { Phase } from '../printed.js';
import type { Comparison, Direction, Relation } from './claim.js';
import { claimWords } from './claim-seeds.js';

/** A part of a clause that was understood, by its place in the clause. */
export interface Understood<Value> {
  readonly value: Value;
  readonly from: number;
  readonly to: number;
}

/** Year of an amount by its words: 上年, 2023年 in a report of 2024. */
export function yearOf(text: string, fiscalYear: number | null): 'current' | 'prior' {
  if (claimWords().prior.test(text)) return 'prior';
  const years = [...text.matchAll(/20\d\d(?=年)/g)].map(([year]) => Number(year));
  return fiscalYear !== null && years.length > 0 && years.every((year) => year < fiscalYear) ? 'prior' : 'current';
}

/** Phase by its words; 预算 in the name of a fund (一般公共预算) says nothing. `null` where no word tells. */
export function phaseOf(text: string): Phase | null {
  const rest = text.replace(claimWords().fundNames, '');
  return claimWords().phases.find(({ word }) => word.test(rest))?.phase ?? null;
}

/** What is compared with: 与上年决算数相比, 比2024年预算, 较年初预算数. 同比 is the year before. `null` for a clause that compares nothing. */
export function comparisonIn(text: string, fiscalYear: number | null): Understood<Comparison> | null {
  const plain = text.indexOf('同比');
  const match = claimWords().compared.exec(text);
  const what = match?.groups?.what ?? '';
  if (match !== null && /[上去前]|20\d\d|年|预算|决算|执行/.test(what)) {
    const value = comparedWith(what, fiscalYear);
    return { value, from: match.index, to: match.index + match[0].length };
  }
  return plain < 0 ? null : { value: { year: 'prior', phase: null }, from: plain, to: plain + 2 };
}

/** 上年决算数, 年初预算数, 预算数. Of this year 预算数 alone may be the first or the last budget: its phase is not told. */
function comparedWith(what: string, fiscalYear: number | null): Comparison {
  const year = yearOf(what, fiscalYear);
  const phase = phaseOf(what);
  const isPlainBudget = phase === 'approved' && year === 'current' && !/年初|20\d\d/.test(what);
  return { year, phase: isPlainBudget ? null : phase };
}

/** The word of change that a text ends in: 各增加, 净增加, 降幅, 增长了. `value` is `null` for the two words of the blank form. */
export function directionAtEnd(text: string): Understood<Direction | null> | null {
  for (const { direction, word } of claimWords().directions) {
    const match = word.exec(text);
    if (match !== null) return { value: direction, from: match.index, to: text.length };
  }
  return null;
}

/** 决算数小于预算数, 本年数大于上年数: which is greater, and than what. */
export function relationIn(
  text: string,
  fiscalYear: number | null,
): Understood<Pick<Relation, 'is' | 'to'> & { readonly direction: Direction }> | null {
  for (const { is, word } of claimWords().relations) {
    const match = word.exec(text);
    if (match === null) continue;
    const to = comparedWith(match.groups?.what ?? '', fiscalYear);
    const direction = is === 'greater' ? 'increase' : is === 'less' ? 'decrease' : 'unchanged';
    return { value: { is, to, direction }, from: match.index, to: match.index + match[0].length };
  }
  return null;
}

/** 持平, 基本持平, 一致, 无增减变化. */
export function samenessIn(text: string): Understood<'equal' | 'about-equal'> | null {
  const match = claimWords().same.exec(text);
  if (match === null) return null;
  const about = claimWords().aboutSame.test(match[0]);
  return { value: about ? 'about-equal' : 'equal', from: match.index, to: match.index + match[0].length };
}
