import { readdir, readFile } from 'node:fs/promises';

/** One page of docs/checks, for the list that `juesuan explain` shows. */
export interface CheckPage {
  /** `family/subject`. */
  readonly id: string;
  /** The first heading of the page, without the id. */
  readonly title: string;
}

const PAGES = new URL('../../docs/checks/', import.meta.url);

/** Splits a page into its id and title: the heading carries the id, for a file name alone cannot say where it is cut. */
export function parseCheckPage(markdown: string): CheckPage | null {
  const heading = /^# (.+)$/m.exec(markdown)?.[1] ?? '';
  const id = /[a-z-]+\/[a-z-]+/.exec(heading)?.[0];
  if (id === undefined) {
    return null;
  }
  return { id, title: heading.replace(id, '').replace(/^[`\s:：—–-]+|[`\s]+$/g, '') };
}

/** The pages of all checks, by id. Reads docs/checks, a door to the disk; a README among them is no check. */
export async function checkPages(): Promise<readonly CheckPage[]> {
  const files = (await readdir(PAGES)).filter((file) => file.endsWith('.md'));
  const pages = await Promise.all(files.map((file) => readFile(new URL(file, PAGES), 'utf8')));
  return pages
    .flatMap((page) => parseCheckPage(page) ?? [])
    .toSorted((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}
