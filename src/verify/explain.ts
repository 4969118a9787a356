import { readFileSync } from 'node:fs';

const PAGES = new URL('../../docs/checks/', import.meta.url);

/**
 * The page of a check or finding as Markdown: what it does, what a failure shows, when one is legitimate, an example.
 * `null` when there is no such id (or it is not of the form `family/subject`). Reads docs/checks: a door to the disk.
 */
export function explainCheck(id: string): string | null {
  if (!/^[a-z-]+\/[a-z-]+$/.test(id)) return null;
  try {
    return readFileSync(new URL(`${id.replace('/', '-')}.md`, PAGES), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
