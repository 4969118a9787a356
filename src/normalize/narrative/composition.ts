import { compositionWords, isBodyName } from './composition-seeds.js';
import { type CountMatch, countMatches, type FactPattern } from './fact-pattern.js';
import { type FactSource, type FoundFact, foundFact, printedSpan } from './fact-source.js';
import { factWords } from './fact-topics.js';
import { type Piece, piecesOf } from './list-items.js';

/** A list that is open: of 内设机构 or of units. */
type List = 'departments' | 'members' | null;

/**
 * 机构设置, 单位构成: how many 内设机构 and units (`subject` of a number of units is their kind, `null` for all), and their names where they are
 * listed. `headings` are the sources that are headings of sections: they open a list, or none.
 */
export function readComposition(
  sources: readonly FactSource[],
  headings: ReadonlySet<FactSource>,
): readonly FoundFact[] {
  return [
    ...sources.filter((source) => !headings.has(source)).flatMap(numbersOf),
    ...listed(sources, headings),
    ...sources.filter((source) => !headings.has(source)).flatMap(inline),
  ];
}

function numbersOf(source: FactSource): readonly FoundFact[] {
  const { text } = source.form;
  const words = compositionWords();
  const taken = new Set<number>();
  const read = (patterns: readonly FactPattern[]) =>
    patterns
      .flatMap((pattern) => countMatches(text, pattern))
      .filter(({ number: [at] }) => {
        const isFree = !taken.has(at);
        taken.add(at);
        return isFree;
      });
  return [
    ...read(words.departments).map((match) => numberFact(source, match, 'internal-departments', null)),
    ...read(words.members).map((match) => numberFact(source, match, 'member-agencies', null)),
    ...read(words.membersOfKind).map((match) =>
      numberFact(source, match, 'member-agencies', `${match.groups.prefix ?? ''}${match.groups.name ?? ''}`),
    ),
  ];
}

function numberFact(
  source: FactSource,
  match: CountMatch,
  kind: 'internal-departments' | 'member-agencies',
  subject: string | null,
): FoundFact {
  return foundFact(source, {
    kind,
    subject,
    label: [match.from, match.to],
    number: match.number,
    unit: match.unit,
  });
}

/** Lists of paragraphs: 具体包括： and then 1.…, 2.…. */
function listed(sources: readonly FactSource[], headings: ReadonlySet<FactSource>): readonly FoundFact[] {
  let open: List = null;
  return piecesOf(sources).flatMap((piece) => {
    const text = textOf(piece);
    const isHeading = headings.has(piece.source);
    const name = itemOf(piece, open);
    if (isHeading || piece.ordinal === null || name === null) {
      const follows = isHeading || compositionWords().listFollows.test(text);
      const list = follows ? listOf(text) : null;
      // 下属事业单位 as a heading: they may be outside the consolidation.
      const isOpened = !isHeading || list !== 'members' || compositionWords().memberHeading.test(text);
      open = follows && isOpened ? list : isHeading || piece.ordinal === null ? null : open;
      return [];
    }
    return [itemFact(piece.source, name, open, piece.span)];
  });
}

/** Lists in a sentence: 包括：甲局、乙中心。 All items must be names, or none is taken. */
function inline(source: FactSource): readonly FoundFact[] {
  const { text } = source.form;
  return [...text.matchAll(compositionWords().listInline)].flatMap((match) => {
    const [from, to] = match.indices?.groups?.list ?? [0, 0];
    const list = listOf(text.slice(text.lastIndexOf('。', match.index) + 1, match.index + match[0].indexOf(':') + 1));
    const items = itemsIn(text, from, to);
    const isList =
      list === 'members'
        ? items.every(([start, end]) => isBodyName(text.slice(start, end)))
        : list === 'departments' &&
          items.length > 1 &&
          items.every(([start, end]) => end - start >= 2 && end - start <= 20);
    return isList ? items.map((item) => itemFact(source, item, list, item)) : [];
  });
}

function itemsIn(text: string, from: number, to: number): readonly (readonly [number, number])[] {
  return [...text.slice(from, to).matchAll(/[^、,和]+(?:\([^()]*\))?/gu)].map(
    ({ index, 0: item }) => [from + index, from + index + item.length] as const,
  );
}

function listOf(text: string): List {
  const lastOf = (pattern: RegExp) =>
    Math.max(-1, ...[...text.matchAll(new RegExp(pattern.source, 'gu'))].map(({ index }) => index));
  const [departments, members] = [lastOf(compositionWords().departmentList), lastOf(compositionWords().memberList)];
  if (departments < 0 && members < 0) return null;
  return departments > members ? 'departments' : 'members';
}

/** Where the name of a list item stands: without 下属事业单位 before it and without what is said of it. */
function itemOf(piece: Piece, list: List): readonly [number, number] | null {
  const text = textOf(piece);
  const words = compositionWords();
  if (list === null || factWords().placeholder.test(text)) return null;
  const prefix = list === 'members' ? (words.memberPrefix.exec(text)?.[0].length ?? 0) : 0;
  const rest = text.slice(prefix);
  const end = rest.search(list === 'members' ? words.memberEnd : words.departmentEnd);
  const name = end < 0 ? rest : rest.slice(0, end);
  const isName = list === 'members' ? isBodyName(name) : name.length >= 2 && name.length <= 20;
  const from = piece.span[0] + prefix;
  return isName ? [from, from + name.length] : null;
}

function itemFact(
  source: FactSource,
  name: readonly [number, number],
  list: List,
  text: readonly [number, number],
): FoundFact {
  const kind = list === 'departments' ? 'internal-departments' : 'member-agency';
  return foundFact(source, { kind, subject: printedSpan(source, name), label: name, text });
}

function textOf({ source, span: [from, to] }: Piece): string {
  return source.form.text.slice(from, to);
}
