import { changePartWords } from './change-part-seeds.js';
import type { Comparison } from './claim.js';
import { claimWords } from './claim-seeds.js';
import { comparisonIn, directionAtEnd, samenessIn, yearOf } from './comparison.js';

/** What the words around an amount, or of a clause without one, say of a part of a change. `labels` are its names in the form of the text. */
export interface PartWords {
  readonly labels: readonly string[];
  readonly direction: 'increase' | 'decrease' | 'unchanged';
  /** 减少人员经费20万元: further names may follow with the same word (、公用经费10万元). */
  readonly isVerb: boolean;
}

/** What the words are read with. */
export interface PartContext {
  readonly fiscalYear: number | null;
  /** What the whole change compares with. */
  readonly against: Comparison | null;
}

/** Words before and behind an amount as a part of a change; `null` in any doubt. */
export function partBefore(lead: string, after: string, context: PartContext): PartWords | null {
  const words = changePartWords();
  if (words.approximate.before.test(lead) || words.approximate.after.test(after)) return null;
  const rest = comparedAlike(lead, context);
  if (rest === null || isOfYearBefore(rest, context)) return null;
  const told = directionAtEnd(rest);
  if (told !== null && told.value === null) return null;
  for (const { direction, end } of words.directions) {
    const match = end.exec(rest);
    if (match === null) continue;
    const before = named(rest.slice(0, match.index));
    // 增加了40万元的办案费: the name stands behind.
    const labels = namesOf(before === '' ? behind(after) : before);
    return labels.length === 0 ? null : { labels, direction, isVerb: false };
  }
  for (const { direction, verb } of words.directions) {
    const name = verb.exec(rest)?.groups?.name ?? '';
    const isClear = name !== '' && !words.connector.test(name) && !words.directions.some(({ verb: v }) => v.test(name));
    const label = isClear ? name.replace(/(?:为|是)$/u, '') : '';
    if (label !== '' && !words.noPart.test(label)) return { labels: [label], direction, isVerb: true };
  }
  return null;
}

/** A name that goes on a list of names behind one word of change: 、公用经费. */
export function nameGoingOn(lead: string): string | null {
  const words = changePartWords();
  if (!words.joined.test(lead)) return null;
  const name = named(lead);
  return name === '' || /[\d,;:。]/.test(name) || words.noPart.test(name) || changes(name) ? null : name;
}

/** A clause without an amount: 公用经费与上年持平, 公用经费有所减少. Only of a name of money. */
export function partWithoutAmount(clause: string, context: PartContext): PartWords | null {
  const words = changePartWords();
  const rest = comparedAlike(clause, context);
  if (rest === null || isOfYearBefore(rest, context)) return null;
  const same = samenessIn(rest);
  const at = (direction: PartWords['direction'], end: number): PartWords | null => {
    const name = named(rest.slice(0, end).replace(words.some, ''));
    return words.money.test(name) && !words.noPart.test(name) ? { labels: [name], direction, isVerb: false } : null;
  };
  if (same?.to === rest.length) return at('unchanged', same.from);
  for (const { direction, end } of words.directions) {
    const match = end.exec(rest);
    if (match !== null) return at(direction, match.index);
  }
  return null;
}

/** Whether two things compared with are one, as far as they are told. */
export function isSameBase(a: Comparison | null, b: Comparison | null): boolean {
  if (a === null || b === null) return a === b;
  return a.year === b.year && (a.phase === b.phase || a.phase === null || b.phase === null);
}

/** The words without 较上年; `null` where a part is compared with something else than the whole. */
function comparedAlike(text: string, { fiscalYear, against }: PartContext): string | null {
  const found = comparisonIn(text, fiscalYear);
  if (found === null) return text;
  return isSameBase(found.value, against) ? text.slice(0, found.from) + text.slice(found.to) : null;
}

/** 上年新增设备购置20万元 tells why this year is less. */
function isOfYearBefore(text: string, { fiscalYear }: PartContext): boolean {
  return yearOf(text.replace(changePartWords().broughtForward, ''), fiscalYear) === 'prior';
}

/** The name in front of a word of change, without ordinals and without the cause: 人员增加导致工资支出 is 工资支出. */
function named(text: string): string {
  const { lead, connector } = changePartWords();
  const name = text.replace(connector, '').replace(lead, '');
  return name.replace(/^(?:这一|该)(?:因素|项)/u, '');
}

function behind(after: string): string {
  const { noPart } = changePartWords();
  const name = after.replace(/^的/u, '');
  return /^[^\d,;:。()]{2,30}/u.test(name) && !noPart.test(name) ? (/^[^,;:。()]+/u.exec(name)?.[0] ?? '') : '';
}

/** 人员经费和公用经费分别: as many names as amounts follow. 各 multiplies: no name is sure. */
function namesOf(name: string): readonly string[] {
  const { noPart, respectively, each } = changePartWords();
  if (name === '' || name.length > 40 || noPart.test(name) || each.test(name)) return [];
  if (!respectively.test(name)) return [name];
  return name
    .replace(respectively, '')
    .split(/、|以及|[和及与]/u)
    .filter((part) => part !== '');
}

function changes(name: string): boolean {
  return claimWords().directions.some(({ word }) => word.test(name));
}
