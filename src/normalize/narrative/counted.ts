import { z } from 'zod';
import { readSeedJson } from '../seeds.js';
import { countMatches, factPattern } from './fact-pattern.js';
import { readCount } from './fact-quantity.js';
import { clauseAround } from './fact-source.js';
import { proseForm } from './prose-form.js';

/** A number of things that a text tells: 共计 63 个网站, 后台发布账号 891 个. */
export interface Counted {
  /** Integer in ten-thousandths, like every count. */
  readonly value: number;
  readonly unit: string;
  /** The noun phrase that is counted, as in the text. */
  readonly noun: string;
  /** The noun for comparison, see {@link sameCounted}. */
  readonly key: string;
  /** 共, 共计, 累计 stand before it. */
  readonly total: boolean;
  /** 近, 约, 余 stand by it. */
  readonly approximate: boolean;
  /** Of the searched text: the digits, and the phrase from its first to its last word. */
  readonly number: readonly [from: number, to: number];
  readonly phrase: readonly [from: number, to: number];
}

const plain = z.string().transform((source) => new RegExp(source, 'u'));
const schema = z
  .object({
    units: z.array(z.string()),
    notBehind: z.record(z.string(), z.string()),
    slogans: z.string(),
    stops: z.string(),
    before: z.string(),
    links: plain,
    total: plain,
    approximate: plain,
    rate: plain,
    rateUnits: z.array(z.string()),
    ordinalUnits: z.array(z.string()),
    leading: plain,
    fillers: z.array(z.string()),
    synonyms: z.array(z.object({ noun: z.string(), others: z.array(z.string()) })),
  })
  .transform((seed) => ({
    ...seed,
    count: factPattern.parse(
      `(?<![数几第前这那某各同另首上下整好半公])<数>(?<about>余|多)?(?<unit>[百千万亿]?(?:${seed.units.join('|')}))(?<over>余|多)?`,
    ),
    notBehind: new Map(Object.entries(seed.notBehind).map(([unit, words]) => [unit, new RegExp(`^(?:${words})`, 'u')])),
    slogans: new RegExp(`^(?:${seed.slogans})`, 'u'),
    stops: new RegExp(`[,;。:、!?()\\d《〔%+]|${seed.stops}`, 'u'),
    before: new RegExp(`^.*(?:${seed.before})`, 'u'),
    fillers: new RegExp(`(?<=.)(?:${seed.fillers.join('|')})(?=.{2})`, 'gu'),
    synonyms: seed.synonyms.map(({ noun, others }) => ({ noun, pattern: new RegExp(`(?:${others.join('|')})$`, 'u') })),
  }));
const words = (): z.output<typeof schema> => readSeedJson('narrative/facts-activities.json', schema);

/**
 * The countable phrases of a text. Not counted: dates, document numbers, 7*24小时, percentages, money, ordinals, 一个 (an article), rates
 * (每月2次), slogans (两个维护), and numbers whose noun cannot be told.
 */
export function countsIn(text: string): readonly Counted[] {
  return countsInForm(proseForm(text).text);
}

/** The same for a text that is in the form of {@link proseForm} already; spans are of this form. */
export function countsInForm(text: string): readonly Counted[] {
  return countMatches(text, words().count).flatMap((match) => {
    const [from, to] = match.number;
    const printed = text.slice(from, to);
    if (printed === '一' || !isCounted(text, match.to, match.unit, printed)) return [];
    const { value } = readCount(printed, match.unit, 'count', []);
    if (value === null) return [];
    const [clause] = clauseAround(text, from, match.to);
    const before = text.slice(clause, from);
    if (words().rateUnits.includes(match.unit) && words().rate.test(before)) return [];
    const ended = /^(?:[,;。、:!?()]|共|以上|左右|$)/u.test(text.slice(match.to));
    const noun = nounBehind(text, match.to) ?? (ended ? nounBefore(text, clause, from) : null);
    if (noun === null) return [];
    const about = match.groups.about ?? match.groups.over;
    const approximate =
      about !== undefined || words().approximate.test(before) || /^(?:以上|左右)/u.test(text.slice(match.to));
    const total = words().total.test(before);
    const start =
      total || noun.from < from ? Math.min(noun.from, from - (words().links.exec(before)?.[0].length ?? 0)) : from;
    return [
      {
        value,
        unit: match.unit,
        noun: text.slice(noun.from, noun.to),
        key: keyOf(text.slice(noun.from, noun.to)),
        total,
        approximate,
        number: match.number,
        phrase: [start, Math.max(match.to, noun.to)] as const,
      },
    ];
  });
}

/**
 * Whether two phrases count the same things, so that different numbers are two versions of one fact. Units agree, or one is 个. The keys
 * are equal, or one ends with the other where that has four characters or more (后台发布账号, 网站群后台发布账号); a key of less than four
 * characters (网站) says too little: then both must be totals. Approximate numbers are not compared.
 */
export function sameCounted(a: Counted, b: Counted): boolean {
  if (a.approximate || b.approximate) return false;
  if (a.unit !== b.unit && a.unit !== '个' && b.unit !== '个') return false;
  const [short, long] = a.key.length <= b.key.length ? [a.key, b.key] : [b.key, a.key];
  if (short.length < 4) return short === long && a.total && b.total;
  return long.endsWith(short);
}

function isCounted(text: string, to: number, unit: string, printed: string): boolean {
  const behind = text.slice(to, to + 8);
  const isChinese = !/[\d０-９]/.test(printed);
  if (isChinese && (words().slogans.test(behind) || words().ordinalUnits.includes(unit))) return false;
  if (unit === '次' && printed === '二') return false;
  return !words()
    .notBehind.get(unit.replace(/^[百千万亿]/u, ''))
    ?.test(behind);
}

interface Noun {
  readonly from: number;
  readonly to: number;
}

/** 7个机房内的 -> 机房. */
function nounBehind(text: string, at: number): Noun | null {
  const rest = text.slice(at, at + 40);
  const end = rest.search(words().stops);
  const first = end < 0 ? rest : rest.slice(0, end);
  // 224次资源缩、扩容工作: a word cut short before 、 shares its end with the next.
  const shared = first.length <= 3 && rest.charAt(end) === '、' && /[次场]$/u.test(text.slice(0, at));
  const whole = shared ? `${first}、${rest.slice(end + 1).split(words().stops)[0] ?? ''}` : first;
  const noun = whole.replace(/[内中里上下]$/u, '');
  return isNoun(noun) ? { from: at, to: at + noun.length } : null;
}

/** 需要维护的后台发布账号共计891个 -> 后台发布账号. Only where nothing but a mark follows the unit. */
function nounBefore(text: string, clause: number, at: number): Noun | null {
  const linked = text.slice(clause, at).replace(words().links, '');
  const listed = Math.max(linked.lastIndexOf('、'), linked.lastIndexOf('('), linked.lastIndexOf(')')) + 1;
  const item = linked.slice(listed);
  const verb = words().before.exec(item)?.[0].length ?? 0;
  const counted = /^.*\d[\p{Script=Han}]?/u.exec(item)?.[0].length ?? 0;
  const from = clause + listed + Math.max(verb, counted);
  const noun = text.slice(from, clause + linked.length);
  return isNoun(noun) ? { from, to: from + noun.length } : null;
}

function isNoun(noun: string): boolean {
  return noun.length >= 2 && noun.length <= 16 && /\p{Script=Han}/u.test(noun);
}

function keyOf(noun: string): string {
  const bare = noun.replace(words().leading, '').replace(words().fillers, '');
  const synonym = words().synonyms.find(({ pattern }) => pattern.test(bare));
  return synonym === undefined ? bare : bare.replace(synonym.pattern, synonym.noun);
}
