import { z } from 'zod';
import type { Section } from '../report.js';
import { readSeedJson } from '../seeds.js';
import { labelForm } from '../text/full-width.js';

/** What a section of the prose is about, as far as facts go. `prose`: none of the others. */
const TOPICS = [
  'evaluation',
  'glossary',
  'work',
  'duties',
  'composition',
  'performance',
  'assets',
  'three-public',
  'project',
  'prose',
] as const;
export type Topic = (typeof TOPICS)[number];

const pattern = z.string().transform((source) => new RegExp(source, 'u'));

const schema = z.object({
  topics: z.array(z.object({ topic: z.enum(TOPICS), pattern })),
  placeholder: pattern,
  conditional: pattern,
  duties: z.object({
    verbs: pattern,
    leadIn: pattern,
    articleOfDuties: pattern,
    otherArticle: pattern,
    filling: pattern,
  }),
  glossary: z.object({ term: pattern }),
  dates: z.array(z.string().transform((source) => new RegExp(source, 'dgu'))),
});

/** Titles, duties, terms and dates: seeds/narrative/facts.json. */
export const factWords = (): z.output<typeof schema> => readSeedJson('narrative/facts.json', schema);

/**
 * Topics by section id, out of the title; a section whose title says nothing takes the topics of the section around it. A title may name
 * two (主要职责及机构设置).
 */
export function topicsOf(sections: readonly Section[]): ReadonlyMap<number, readonly Topic[]> {
  const byId = new Map<number, readonly Topic[]>();
  const own = new Map(sections.map((section) => [section.id, ownTopics(section.title)]));
  for (const section of sections) {
    const topics = own.get(section.id) ?? [];
    const outer = (section.parent === null ? undefined : byId.get(section.parent)) ?? [];
    // Below the work summary, a heading is a part of the summary, whatever it names (加强国有资产管理).
    const held = outer.find((topic) => topic === 'work' || topic === 'evaluation' || topic === 'glossary');
    byId.set(section.id, held ? [held] : topics.length > 0 ? topics : outer.length > 0 ? outer : ['prose']);
  }
  return byId;
}

function ownTopics(title: string): readonly Topic[] {
  const form = labelForm(title);
  const found = factWords().topics.filter((row) => row.pattern.test(form));
  const [first] = found;
  if (first === undefined) return [];
  return first.topic === 'duties' ? found.slice(0, 2).map((row) => row.topic) : [first.topic];
}
