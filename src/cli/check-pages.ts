import { readdir, readFile } from 'node:fs/promises';

/** One page of docs/checks, for the list that `juesuan explain` shows. */
export interface CheckPage {
  /** `family/subject`. */
  readonly id: string;
  /** The identity that is checked, or what the finding tells. */
  readonly summary: string;
}

const PAGES = new URL('../../docs/checks/', import.meta.url);

/**
 * The id (the first heading: a file name alone cannot say where the id is cut) and the summary of a page
 * (the first quoted line, else the first line of its meaning); `null` for a page without an id, such as a README. Pure.
 */
export function parseCheckPage(markdown: string): CheckPage | null {
  const id = /^# ([a-z-]+\/[a-z-]+)\s*$/m.exec(markdown)?.[1];
  const [, summary] = /^> (.+)$/m.exec(markdown) ?? /^## What it means\s+(.+)$/m.exec(markdown) ?? [];
  return id === undefined ? null : { id, summary: summary?.trim() ?? '' };
}

/** The pages of all checks, by id. Reads docs/checks, a door to the disk. */
export async function checkPages(): Promise<readonly CheckPage[]> {
  const files = (await readdir(PAGES)).filter((file) => file.endsWith('.md'));
  const pages = await Promise.all(files.map((file) => readFile(new URL(file, PAGES), 'utf8')));
  return pages
    .flatMap((page) => parseCheckPage(page) ?? [])
    .toSorted((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}
