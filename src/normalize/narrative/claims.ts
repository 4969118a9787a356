import type { Section } from '../report.js';
import { labelForm } from '../text/full-width.js';
import type { Claim } from './claim.js';
import { claimOf, type Draft } from './claim-draft.js';
import type { SectionState } from './claim-ledger.js';
import { ParagraphReader } from './claim-reader.js';
import { claimWords, type Scope, scopeWords } from './claim-seeds.js';
import { figureLinks } from './figure-links.js';
import { functionCodes, markedPath, NO_PATH } from './function-names.js';
import type { NarrativeContext } from './narrative-context.js';
import { onlyTotals } from './only-totals.js';
import type { ProseParagraph } from './prose.js';

/**
 * Every amount of money in the prose as a claim, in reading order, with the cells of the statements that it repeats. Parts that state
 * no amounts of the accounts (terms, duties) are left out. Nothing is compared here.
 */
export function readClaims(prose: readonly ProseParagraph[], context: NarrativeContext): readonly Claim[] {
  const sections = new Map(context.sections.map((section) => [section.id, section]));
  const states = new Map<number, SectionState>();
  const drafts: Draft[] = [];
  const codes = functionCodes(context.statements, context.fiscalYear);
  const reader = { ...context, codes, earlier: drafts, onlyTotals: onlyTotals(context.statements) };
  for (const paragraph of prose) {
    const { section } = paragraph;
    const state = states.get(section.id) ?? firstState(section, sections, states);
    if (state.scope === 'excluded' || !isWorthReading(paragraph.text)) continue;
    const read = new ParagraphReader(paragraph, state, reader).read();
    states.set(section.id, read.state);
    drafts.push(...read.drafts);
  }
  const kept = drafts.filter((draft) => Object.keys(draft.numbers).length > 0 || draft.relations.length > 0);
  const indexes = new Map(kept.map((draft, index) => [draft, index]));
  const indexOf = (draft: Draft | null): number | null => (draft === null ? null : (indexes.get(draft) ?? null));
  const link = figureLinks(context.statements, kept);
  return kept.map((draft) => claimOf(draft, indexOf, link(draft)));
}

/** What a section begins with: the scope of its heading, the class that the heading names, the claims opened above it. */
function firstState(
  section: Section,
  sections: ReadonlyMap<number, Section>,
  states: ReadonlyMap<number, SectionState>,
): SectionState {
  const above: Section[] = [];
  for (let at: Section | undefined = section; at !== undefined; ) {
    above.push(at);
    at = at.parent === null ? undefined : sections.get(at.parent);
  }
  const titles = above.map(({ title }) => labelForm(title));
  const scopes = titles.flatMap((title) => scopeOf(title) ?? []);
  const scope: Scope = scopes.includes('excluded') ? 'excluded' : (scopes[0] ?? 'none');
  const [path] = titles.flatMap((title) => markedPath(title) ?? []);
  const parent = above.slice(1).flatMap(({ id }) => states.get(id) ?? [])[0];
  return { scope, path: path ?? NO_PATH, openers: parent?.openers ?? [], drafts: [], last: null };
}

function scopeOf(title: string): Scope | null {
  return scopeWords().headings.find(({ heading }) => heading.test(title))?.scope ?? null;
}

/** Most paragraphs of duties and of the work of the year state no amount and speak of none. */
function isWorthReading(text: string): boolean {
  return /\d.*[元%％万亿倍]|[０-９]/u.test(text) || claimWords().worthReading.test(text.replace(/\s+/g, ''));
}
