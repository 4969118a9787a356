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

const LEADING = /^(?:其中|此外|另外|以及|分别|用于|安排|\d{1,2}[.、)](?!\d{1,2}(?!\d)))+/u;
const YEARS = /^(?:20\d\d年度?|本年度?|当年|上年度?|全年)+(?:度)?/u;
const REMARK = /\((?:以|含|不含|包括|按)[^()]*\)/gu;
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
  const phase = phaseOf(label) ?? defaultPhase(subject, common.year, context.reportKind);
  if (named === null) return { ...common, subject, phase };
  const { row, code, path } = named;
  const range = 'start' in named ? { from: offset + Number(named.start), to: offset + Number(named.end) } : {};
  return { ...common, ...range, subject, row, code, path, phase, scope: named.scope };
}

/** An amount without a word of its phase: of the plan in a budget, of the accounts otherwise. Evaluated funds are neither. */
function defaultPhase(subject: ClaimSubject, year: 'current' | 'prior', kind: ReportKind | null): Phase | null {
  if (subject === 'performance-funds' || kind === null) return null;
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

/** The first line of the seed that matches at the end of the label. */
function subjectNaming(label: string, context: NamingContext): Found | null {
  const plain = label.replace(REMARK, (remark) => '\u0000'.repeat(remark.length));
  const squeezed = plain.replaceAll('\u0000', '');
  for (const line of subjectWords().subjects) {
    if (line.scopes !== null && !line.scopes.includes(context.scope)) continue;
    const match = line.label.exec(line.joined ? `${context.before},${squeezed}` : squeezed);
    if (match === null) continue;
    const prefix = line.joined ? '' : squeezed.slice(0, match.index);
    if (!isPrefix(prefix, line.bare)) continue;
    const start = line.joined || plain.length !== squeezed.length ? 0 : match.index;
    const { subject, row } = line;
    return { subject, row, code: null, path: null, scope: context.scope, start, end: label.length };
  }
  return null;
}

/** What may stand before a name: years and bodies. A word of change or cause means that the name is only mentioned. */
function isPrefix(prefix: string, bare: boolean): boolean {
  if (prefix === '') return true;
  if (prefix.length > MAX_PREFIX || claimWords().noise.test(prefix)) return false;
  return !bare || (claimWords().bodyEnd.test(prefix) && !/其他|支出|收入|经费/.test(prefix));
}
