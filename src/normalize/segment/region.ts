import type { Finding, Region } from '../report.js';
import { type Division, divisions, isNamed } from './divisions.js';
import { identityWords } from './words.js';

/** Short county names that are also ordinary words or stand in many cities; only with their city before them. */
const NEVER_ALONE = /^(?:[城矿郊东西南北]区|市中区|新县)$/u;

/**
 * The division that a body's name begins with: 上海市普陀区财政局 is 310107, 泉州市… 350500, 福建省晋江市… 350582, 万里街道 in 普陀区 the
 * district. The longest chain of full names counts, from the start of the name or after 中共, 共青团 and the like. A name in the
 * middle counts for nothing (国家税务总局 aside), and so does a bare 泉州 without 市.
 * `null` for 国家…, for no division, and for a district whose name several cities have (鼓楼区).
 */
export function divisionOf(agency: string): Region | null {
  const found = candidates(withoutPrefix(agency));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** {@link divisionOf} with the note `identity/no-region` when it finds none. `agency` is `null` when the report names no body. */
export function regionOf(agency: string | null): {
  readonly region: Region | null;
  readonly findings: readonly Finding[];
} {
  if (agency === null) return { region: null, findings: [] };
  const found = candidates(withoutPrefix(agency));
  if (found.length === 1) return { region: found[0] ?? null, findings: [] };
  const message =
    found.length > 1
      ? `“${agency}”开头的行政区划不唯一（${found.map(({ code }) => code).join('、')}），地区不明。`
      : `“${agency}”不以省、市、县名开头，地区不明。`;
  return {
    region: null,
    findings: [{ check: 'identity/no-region', severity: 'note', message, places: [], figures: [] }],
  };
}

function withoutPrefix(agency: string): string {
  let name = agency.replace(/\s/gu, '');
  for (const prefix of identityWords().partyPrefixes) if (name.startsWith(prefix)) name = name.slice(prefix.length);
  return name;
}

function candidates(name: string): Region[] {
  for (const province of divisions()) {
    const full = name.startsWith(province.name);
    // 上海普陀区…, 江苏南京市…: a province without 省 counts when a full name follows at once.
    const short = province.name.replace(/(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$/u, '');
    if (!name.startsWith(short)) continue;
    const inner = longest(province, name.slice(full ? province.name.length : short.length));
    if (full) return [inner ?? plain(province)];
    if (inner) return [inner];
  }
  const cities = divisions().flatMap((province) =>
    province.within.filter((city) => isNamed(city) && name.startsWith(city.name)),
  );
  if (cities.length > 0)
    return longestNames(cities).map((city) => longest(city, name.slice(city.name.length)) ?? plain(city));
  const counties = divisions().flatMap((province) =>
    province.within.flatMap((city) => city.within.filter((county) => isNamed(county) && name.startsWith(county.name))),
  );
  return longestNames(counties.filter((county) => !NEVER_ALONE.test(county.name))).map(plain);
}

function longestNames(found: readonly Division[]): Division[] {
  const length = Math.max(0, ...found.map(({ name }) => name.length));
  return found.filter(({ name }) => name.length === length);
}

/** The innermost division whose name follows, ranks may be left out (福建省晋江市, 上海市普陀区). */
function longest(outer: Division, rest: string): Region | null {
  let best: { region: Region; length: number } | null = null;
  for (const division of outer.within) {
    const follows = isNamed(division) && rest.startsWith(division.name);
    const inner = longest(division, follows ? rest.slice(division.name.length) : rest);
    const own = follows ? (inner ?? plain(division)) : inner;
    const length = (follows ? division.name.length : 0) + (inner?.name.length ?? 0);
    if (own && (!best || length > best.length)) best = { region: own, length };
  }
  return best?.region ?? null;
}

function plain({ code, name }: Division): Region {
  return { code, name };
}
