import type { CodeScheme } from '../report.js';
import { type CatalogueEntry, catalogue, nameForm } from './catalogue.js';

/** A row that `juesuan codes SEARCH` shows. */
export type CodeHit = CatalogueEntry;

const SCHEMES: readonly CodeScheme[] = ['functional', 'department-economic', 'government-economic', 'revenue'];

/**
 * Catalogue rows whose code begins with the text (digits), or whose name contains every one of its words. All schemes
 * and all names that a code had, in the order of scheme and code. Nothing for an empty text.
 */
export function searchCodes(text: string): readonly CodeHit[] {
  const words = text
    .split(/[\s\u3000]+/)
    .map(nameForm)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return SCHEMES.flatMap((scheme) =>
    catalogue(scheme)
      .filter((entry) => words.every((word) => matches(entry, word)))
      .toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)),
  );
}

function matches(entry: CatalogueEntry, word: string): boolean {
  return /^\d+$/.test(word) ? entry.code.startsWith(word) : nameForm(entry.name).includes(word);
}
