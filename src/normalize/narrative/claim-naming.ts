import type { ClassificationCode, Phase } from '../printed.js';
import type { ReportKind } from '../report.js';
import type { ClaimSubject } from './claim.js';
import { claimWords, type Scope, scopeWords, subjectWords } from './claim-seeds.js';
import { phaseOf, yearOf } from './comparison.js';
import { type FunctionCodes, type FunctionPath, isClassName, markedPath, NO_PATH } from './function-names.js';

/** What an amount is about, by the words before it and the heading above it. */
export interface Naming {
  readonly subject: ClaimSubject;
  readonly row: string | null;
  /** Part of the text that names it, as offsets in it. */
  readonly from: number;
  readonly to: number;
  readonly code: ClassificationCode | null;
  /** The names of a function, also where they lead to no code. */
  readonly path: FunctionPath | null;
  readonly phase: Phase | null;
  readonly year: 'current' | 'prior';
  readonly scope: Scope;
}

/** What a label is read with. */
export interface NamingContext {
  readonly scope: Scope;
  /** The subject that the paragraph is speaking of: 年初预算为 is the budget of it. */
  readonly topic: Naming | null;
  /** Class and section that hold for the items of the paragraph or of the section (Jiangsu names them once). */
  readonly path: FunctionPath;
  /** The clauses before, in the same half-sentence. */
  readonly before: string;
  readonly codes: FunctionCodes;
  readonly reportKind: ReportKind | null;
  readonly fiscalYear: number | null;
}

/** Words in front of a name; the heading of a paragraph may run into its first sentence (支出决算总体情况2023年度支出…). */
const LEADING =
  /^(?:[^,;:。]{2,40}情况(?:说明)?(?=20\d\d年)|其中|此外|另外|以及|分别|用于|安排|\d{1,2}[.、)](?!\d{1,2}(?!\d)))+/u;
const YEARS = /^(?:20\d\d年度?|本年度?|当年|上年度?|全年)+(?:度)?/u;
const REMARK = /\((?:以|含|不含|包括|按)[^()]*\)/gu;
/** What belongs to the name of an amount behind it: 政府采购支出总额. */
const NAME_END = /^(?:支出)?(?:预算)?(?:总额|金额|合计|共计)?/u;
const MAX_PREFIX = 60;

/** The name of an amount. `other` where no line of seeds/narrative/subjects.json and no function explains the words: never guessed. */
export function nameOf(printed: string, context: NamingContext): Naming {
  const offset = LEADING.exec(printed)?.[0].length ?? 0;
  const label = printed.slice(offset);
  const common = {
    from: offset,
    to: printed.length,
    row: null,
    code: null,
    path: null,
    year: yearOf(label, context.fiscalYear),
    scope: context.scope,
  };
  const years = YEARS.exec(label)?.[0].length ?? 0;
  const named =
    functionNaming(label.slice(years), context) ??
    (isGeneric(label, context) ? context.topic : null) ??
    subjectNaming(label, context) ??
    ownFunction(label.slice(years), context);
  const subject = named?.subject ?? 'other';
  // 上年结转 stands at the beginning of this year.
  const year =
    subject === 'opening' ? yearOf(label.replace(/上年(?:财政拨款)?结转/u, ''), context.fiscalYear) : common.year;
  const told = subject === 'performance-funds' && !/年初|全年/.test(label) ? null : phaseOf(label);
  const phase = told ?? defaultPhase(subject, year, context.reportKind);
  if (named === null) return { ...common, subject, phase };
  const { row, code, path } = named;
  const { start, end } = 'start' in named ? named : {};
  const range = start === undefined || end === undefined ? {} : { from: offset + start, to: offset + end };
  return { ...common, ...range, year, subject, row, code, path, phase, scope: named.scope };
}

/** An amount without a word of its phase: of the plan in a budget, of the accounts otherwise. Others are neither. */
function defaultPhase(subject: ClaimSubject, year: 'current' | 'prior', kind: ReportKind | null): Phase | null {
  if (subject === 'performance-funds' || subject === 'other' || kind === null) return null;
  if (kind === 'final-accounts') return 'executed';
  return year === 'current' ? 'approved' : null;
}

/** 年初预算为, 支出决算为, 2024年预算安排: words of phase only. Not where they change the side (收入100万元，支出90万元). */
export function isGeneric(label: string, { topic }: Pick<NamingContext, 'topic'>): boolean {
  if (topic === null || !claimWords().generic.test(label)) return false;
  const isRevenue = /revenue|opening/.test(topic.subject);
  return isRevenue ? !label.includes('支出') : !label.includes('收入');
}

interface Found extends Pick<Naming, 'subject' | 'row' | 'code' | 'path' | 'scope'> {
  readonly start?: number;
  readonly end?: number;
}

/** A function by its marks, by its code, or by the name of a class. */
function functionNaming(label: string, context: NamingContext): Found | null {
  const subject = scopeWords().functions[context.scope];
  const marked = markedPath(label);
  const base = label.replace(subjectWords().tail, '');
  const isClass = base !== '其他' && base !== '' && isClassName(base);
  const path = marked ?? (isClass && subject !== undefined ? { ...NO_PATH, class: base } : null);
  if (path === null) return null;
  const whole = withContext(path, context.path);
  const code = context.codes(whole);
  return { subject: subject ?? 'other', row: null, code, path: whole, scope: context.scope };
}

/** Fills the levels above that were named before: 行政运行（项） below 检察（款）. */
function withContext(path: FunctionPath, above: FunctionPath): FunctionPath {
  if (path.code !== '' || path.unmarked !== '' || path.class !== '') return path;
  return path.section === ''
    ? { ...path, class: above.class, section: above.section }
    : { ...path, class: above.class };
}

/** The name of a row of the report's own statements, without any mark (national lists: 1.行政运行支出). */
function ownFunction(label: string, context: NamingContext): Found | null {
  const subject = scopeWords().functions[context.scope];
  const base = label.replace(subjectWords().tail, '');
  if (subject === undefined || base.length < 3 || claimWords().noise.test(label)) return null;
  const path = { ...NO_PATH, unmarked: base };
  const code = context.codes(path);
  return code === null ? null : { subject, row: null, code, path, scope: context.scope };
}

/** The first line of the seed that matches at the end of the label. A joined line reads the clauses before the amount too. */
function subjectNaming(label: string, context: NamingContext): Found | null {
  const { text, at } = withoutRemarks(label);
  for (const line of subjectWords().subjects) {
    if (line.scopes !== null && !line.scopes.includes(context.scope)) continue;
    const before = line.joined ? `${context.before},` : '';
    const whole = before + text;
    const match = line.mayMatch(whole) ? line.label.exec(whole) : null;
    if (match === null || !isPrefix(line.joined ? '' : text.slice(0, match.index), line.bare)) continue;
    const { subject, row } = line;
    const name = match.groups?.name ?? '';
    const end =
      match.index + name.length + (NAME_END.exec(match[0].slice(name.length))?.[0].length ?? 0) - before.length;
    const start = line.joined ? match.index - before.length : (at[match.index] ?? 0);
    return {
      subject,
      row,
      code: null,
      path: null,
      scope: context.scope,
      start,
      end: line.joined ? end : (at[end] ?? end),
    };
  }
  return null;
}

/** A label without remarks (（以合同签订为准）), with the way back. */
function withoutRemarks(label: string): { readonly text: string; readonly at: readonly number[] } {
  if (!label.includes('(')) return { text: label, at: [...label, ''].map((_, index) => index) };
  const kept = label.replace(REMARK, (remark) => '\u0000'.repeat(remark.length));
  const at = [...kept].flatMap((character, index) => (character === '\u0000' ? [] : [index]));
  return { text: kept.replaceAll('\u0000', ''), at: [...at, label.length] };
}

/**
 * What may stand before a name: years and bodies. A word of change or cause means that the name is only mentioned, another name (机关运行
 * 经费财政拨款支出) that it is another amount.
 */
function isPrefix(prefix: string, bare: boolean): boolean {
  const { noise, otherNames, bodyEnd } = claimWords();
  if (prefix === '') return true;
  if (prefix.length > MAX_PREFIX || noise.test(prefix) || otherNames.test(prefix)) return false;
  return !bare || bodyEnd.test(prefix);
}
