import type { LineImage } from '../engine.js';
import type { PreparedPage } from '../prepared-page.js';
import { cutLine } from './line-image.js';
import type { PageCut } from './page-cuts.js';

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
  cuts: readonly PageCut[],
  most: number,
): LineImage[] {
  const length = ({ line: { box, size } }: PageCut): number => Math.min((box.right - box.left) / size, LONGEST);
  return cuts
    .filter((cut) => length(cut) >= SHORTEST)
    .sort((a, b) => length(b) - length(a))
    .slice(0, most)
    .map(({ line: { box, clip, size } }) => {
      const right = Math.min(box.right, Math.round(box.left + size * LONGEST));
      return {
        image: cutLine(image, { ...box, right }, { ...clip, right: Math.min(clip.right, right) }, size).image,
        kind: 'text',
      };
    });
}
