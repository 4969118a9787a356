import type { Section } from '../report.js';
import { readActivities } from './activities.js';
import { readAssets } from './assets.js';
import type { Fact } from './claim.js';
import { readComposition } from './composition.js';
import { readCounts } from './counts.js';
import { readDuties } from './duties.js';
import { type FactSource, type FoundFact, factSource } from './fact-source.js';
import { type Topic, topicsOf } from './fact-topics.js';
import { readGlossary } from './glossary.js';
import { readBrokenTable, readMemberTable } from './member-table.js';
import type { NarrativeContext } from './narrative-context.js';
import { readNoAmounts } from './no-amounts.js';
import { readPerformance } from './performance.js';
import type { ProseParagraph } from './prose.js';
import { readStaff, readStaffChange } from './staff.js';

/**
 * What the prose states that is no amount of the accounts: duties, composition, staff, counts, assets, performance, terms, activities; in reading
 * order, the facts of tables of units behind those of their section. Notes under statements are left to the statements.
 */
export function readFacts(prose: readonly ProseParagraph[], context: NarrativeContext): readonly Fact[] {
  const topics = topicsOf(context.sections);
  const positions = new Map(context.sections.map(({ id }, position) => [id, position * ROOM]));
  const sources = prose.map((paragraph) =>
    factSource(paragraph, (positions.get(paragraph.section.id) ?? 0) + 1 + paragraph.index),
  );
  const notes = context.statements
    .flatMap(({ notes: printed }) => printed)
    .join('')
    .replace(/\s/g, '');
  const bySection = new Map<number, FactSource[]>();
  for (const source of sources) {
    const { paragraph } = source;
    if (isNote(paragraph.text, notes)) continue;
    bySection.set(paragraph.section.id, [...(bySection.get(paragraph.section.id) ?? []), source]);
  }
  const found: FoundFact[] = [];
  for (const { topic, sections } of groupsOf(context.sections, topics)) {
    found.push(...readGroup(topic, sections, { bySection, positions }));
  }
  for (const section of context.sections) {
    for (const topic of topics.get(section.id) ?? []) {
      found.push(...readSection(topic, section, bySection.get(section.id) ?? [], context));
    }
  }
  for (const fact of tablesOfUnits(context, topics)) {
    found.push({ order: (positions.get(fact.section) ?? 0) + ROOM - 1, from: 0, fact });
  }
  return found.sort((a, b) => a.order - b.order || a.from - b.from).map(({ fact }) => fact);
}

/** Places in reading order that a section takes: its heading, its paragraphs, the tables in it. */
const ROOM = 100_000;

/** A run of sections of one topic, beginning with the section whose title names it. */
interface Group {
  readonly topic: Topic;
  readonly sections: readonly Section[];
}

/** Topics whose facts run over paragraphs and headings: lists and definitions. */
const GROUPED: readonly Topic[] = ['duties', 'composition', 'glossary'];

function groupsOf(sections: readonly Section[], topics: ReadonlyMap<number, readonly Topic[]>): readonly Group[] {
  return GROUPED.flatMap((topic) => {
    const groups: { topic: Topic; sections: Section[] }[] = [];
    let ids = new Set<number>();
    for (const section of sections) {
      if (!topics.get(section.id)?.includes(topic)) continue;
      const goesOn = section.parent !== null && ids.has(section.parent);
      if (!goesOn) {
        ids = new Set();
        groups.push({ topic, sections: [] });
      }
      ids.add(section.id);
      groups.at(-1)?.sections.push(section);
    }
    return groups;
  });
}

function readGroup(
  topic: Topic,
  sections: readonly Section[],
  {
    bySection,
    positions,
  }: {
    readonly bySection: ReadonlyMap<number, readonly FactSource[]>;
    readonly positions: ReadonlyMap<number, number>;
  },
): readonly FoundFact[] {
  const headings = new Set<FactSource>();
  const sources = sections.flatMap((section, index) => {
    const paragraphs = bySection.get(section.id) ?? [];
    if (index === 0) return paragraphs;
    const heading = headingSource(section, positions.get(section.id) ?? 0);
    headings.add(heading);
    return [heading, ...paragraphs];
  });
  if (topic === 'duties') return readDuties(sources);
  if (topic === 'glossary') return readGlossary(sources);
  return [...readComposition(sources, headings), ...readBrokenTable(sources)];
}

/** The heading of a section below, as a paragraph: an item of a list may look like a heading. */
function headingSource(section: Section, order: number): FactSource {
  const text = `${section.number}${section.title}`;
  return factSource({ section, index: -1, text, placesAt: () => [section.place] }, order);
}

function readSection(
  topic: Topic,
  section: Section,
  sources: readonly FactSource[],
  { fiscalYear }: NarrativeContext,
): readonly FoundFact[] {
  switch (topic) {
    case 'work':
      return sources.flatMap(readActivities);
    case 'composition':
      return sources.flatMap((source) => [...readStaff(source), ...readStaffChange(source, true)]);
    case 'duties':
    case 'glossary':
    case 'evaluation':
    case 'project':
      return [];
    default:
      return sources.flatMap((source, index) => [
        ...(topic === 'assets' || topic === 'performance' ? [] : readCounts(source, section.title, fiscalYear)),
        ...(topic === 'three-public' || topic === 'performance' ? [] : readAssets(source)),
        ...(topic === 'performance' || topic === 'prose' ? readPerformance(source, topic === 'performance') : []),
        ...readNoAmounts(source, sources[index - 1] ?? null),
        ...readStaffChange(source, false),
      ]);
  }
}

function tablesOfUnits(
  { sections, statements }: NarrativeContext,
  topics: ReadonlyMap<number, readonly Topic[]>,
): readonly Fact[] {
  return statements.flatMap((statement) => {
    const page = statement.pages[0] ?? 0;
    const before = sections.filter((section) => section.place.page <= page);
    const home = before.findLast((section) => topics.get(section.id)?.includes('composition')) ?? before.at(-1);
    return home === undefined ? [] : readMemberTable(statement, home.id);
  });
}

/** Notes under statements stand in `Statement.notes`; a blank there may be a line break. */
function isNote(text: string, notes: string): boolean {
  const bare = text.replace(/\s/g, '');
  return bare !== '' && notes.includes(bare);
}
