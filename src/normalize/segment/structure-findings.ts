import type { Finding, Section } from '../report.js';
import { labelForm } from '../text/full-width.js';
import type { ContentsEntry } from './contents.js';
import { isKnownPart } from './titles.js';

/**
 * What is odd about a section tree, all notes: `structure/unknown-heading` (a part whose title uses no known word, or no title at all)
 * and `structure/part-missing` (the contents list promises a part that the body does not have).
 */
export function structureFindings(sections: readonly Section[], entries: readonly ContentsEntry[]): Finding[] {
  return [...unknownParts(sections), ...missingParts(sections, entries)];
}

function* unknownParts(sections: readonly Section[]): Generator<Finding> {
  for (const section of sections) {
    if (section.level !== 1 || section.number === '' || section.number.startsWith('附')) continue;
    if (section.title !== '' && isKnownPart(section.title)) continue;
    yield note(
      'structure/unknown-heading',
      section.title === ''
        ? `${section.number} on page ${section.place.page} has no title.`
        : `${section.number} ${section.title} on page ${section.place.page} is a part that no known report has; its text is kept as it is.`,
      section,
    );
  }
}

function* missingParts(sections: readonly Section[], entries: readonly ContentsEntry[]): Generator<Finding> {
  for (const entry of entries) {
    if (entry.level !== 1 || entry.number.startsWith('附')) continue;
    const title = labelForm(entry.title);
    const found = sections.some(
      (section) => section.number === entry.number || (title !== '' && labelForm(section.title).endsWith(title)),
    );
    if (found) continue;
    yield {
      check: 'structure/part-missing',
      severity: 'note',
      message: `The contents list on page ${entry.line.page} names ${entry.number} ${entry.title}, and no heading of the report does.`,
      places: [{ page: entry.line.page, box: entry.line.box }],
      figures: [],
    };
  }
}

function note(check: string, message: string, section: Section): Finding {
  return { check, severity: 'note', message, places: [section.place], figures: [] };
}
