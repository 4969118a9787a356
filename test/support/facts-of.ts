import type { Fact, FactKind } from '../../src/normalize/narrative/claim.js';
import { readFacts } from '../../src/normalize/narrative/facts.js';
import type { ProseParagraph } from '../../src/normalize/narrative/prose.js';
import type { Section, Statement } from '../../src/normalize/report.js';

/** A section as a title and its paragraphs; a title that begins with '>' stands below the last one that does not. */
export type Told = readonly [title: string, ...paragraphs: string[]];

/** The facts of made sections. A place is the range of characters: left is the first, right the one behind the last. */
export function factsOf(
  told: readonly Told[],
  statements: readonly Statement[] = [],
  fiscalYear = 2023,
): readonly Fact[] {
  let parent: number | null = null;
  let below = 0;
  const sections = told.map(([title], id): Section => {
    const isBelow = title.startsWith('>');
    const section: Section = {
      id,
      parent: isBelow ? parent : null,
      level: isBelow ? 3 : 2,
      number: isBelow ? `（${'一二三四五六七八九'.charAt(below++)}）` : '一、',
      title: title.replace('>', ''),
      place: { page: 1, box: null },
      paragraphs: [],
    };
    if (!isBelow) {
      parent = id;
      below = 0;
    }
    return section;
  });
  const prose = sections.flatMap((section, id) =>
    (told[id] ?? []).slice(1).map(
      (text, index): ProseParagraph => ({
        section,
        index,
        text,
        placesAt: (from, to) => [{ page: 1, box: { left: from, top: index, right: to, bottom: index + 1 } }],
      }),
    ),
  );
  return readFacts(prose, { reportKind: 'final-accounts', fiscalYear, statements, sections });
}

/** The facts of one paragraph in short: kind, subject where there is one, and the number, in whole ones where it is whole. */
export function inShort(title: string, text: string, fiscalYear = 2023): readonly string[] {
  return factsOf([[title, text]], [], fiscalYear).map(short);
}

export function short({ kind, subject, value }: Fact): string {
  const number = value === null ? '' : ` ${value.value === null ? value.reading : value.value / 10_000}`;
  return `${kind}${subject === null ? '' : ` ${subject}`}${number}`;
}

export function ofKind(facts: readonly Fact[], kind: FactKind): readonly Fact[] {
  return facts.filter((fact) => fact.kind === kind);
}
