import { TooLargeError } from '../../errors.js';
import { LONGEST_PAGE_SIDE, MOST_GLYPHS, MOST_STROKES } from '../limits.js';
import type { PageContent } from './page-content.js';

/** Why a page is not laid out though it could be: it is no page of a report. `null` for all others. */
export function beyondLimits({ glyphs, strokes }: PageContent): string | null {
  if (glyphs.length > MOST_GLYPHS) return `more than ${MOST_GLYPHS} characters stand on the page`;
  if (strokes.length > MOST_STROKES) return `more than ${MOST_STROKES} lines are drawn on the page`;
  return null;
}

/** @throws TooLargeError for a page that no paper is as large as: its picture would be of nothing */
export function checkPageSize(
  { width, height }: { readonly width: number; readonly height: number },
  page: number,
  file: string,
): void {
  if (!(width > 0 && height > 0 && Math.max(width, height) <= LONGEST_PAGE_SIDE))
    throw new TooLargeError(
      file,
      `page ${page} is said to be ${Math.round(width)} by ${Math.round(height)} points large`,
    );
}
