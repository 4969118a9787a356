import type { LineImage } from '../engine.js';
import type { PreparedPage } from '../prepared-page.js';
import { cutLine } from './line-image.js';
import type { PageLine } from './page-lines.js';

/** More characters in one line tell nothing more and take longer to read. */
const LONGEST = 24;
/** Shorter lines, in characters, may be anything: the rest of a stamp, a number of a page. */
const SHORTEST = 1.6;

/**
 * Pictures of up to `most` of the longest lines of a page, to see by reading them which side is up. Lines of a table count like
 * those of prose: a page may hold nothing else.
 */
export function sampleLines(
  { image }: Pick<PreparedPage, 'image'>,
  lines: readonly PageLine[],
  most: number,
): LineImage[] {
  const length = ({ box, size }: PageLine): number => Math.min((box.right - box.left) / size, LONGEST);
  return lines
    .filter((line) => length(line) >= SHORTEST)
    .sort((a, b) => length(b) - length(a))
    .slice(0, most)
    .map(({ box, clip, size }) => {
      const right = Math.min(box.right, Math.round(box.left + size * LONGEST));
      return {
        image: cutLine(image, { ...box, right }, { ...clip, right: Math.min(clip.right, right) }, size).image,
        kind: 'text',
      };
    });
}
