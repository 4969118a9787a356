import type { CharacterReading } from '../../engine.js';
import type { AlignedLabel } from '../ctc/align.js';

/**
 * Places of characters from the time steps of their peaks. A peak says where the middle of a character is, not how wide it is:
 * borders lie half way to the neighbours, and at the ends and before a gap as far from the middle as on the other side.
 * Good to about a third of a character; enough to cut a line into words, not to measure a glyph.
 */
export function placeCharacters(
  aligned: readonly AlignedLabel[],
  steps: number,
  width: number,
): readonly CharacterReading[] {
  const stepWidth = width / Math.max(1, steps);
  const middles = aligned.map(({ firstStep, lastStep }) => ((firstStep + lastStep + 1) / 2) * stepWidth);
  return aligned.map(({ label, probability }, index) => {
    const middle = middles[index] ?? 0;
    const before = halfGap(middles[index - 1], middle);
    const after = halfGap(middle, middles[index + 1]);
    // Alone in its line: as wide as four steps, which is about one character of the trained height.
    const reach = Math.min(before ?? after ?? 2 * stepWidth, after ?? before ?? 2 * stepWidth);
    return {
      text: label,
      confidence: Math.min(1, probability),
      left: Math.max(0, middle - Math.min(before ?? reach, reach * 1.5)),
      right: Math.min(width, middle + Math.min(after ?? reach, reach * 1.5)),
    };
  });
}

function halfGap(left: number | undefined, right: number | undefined): number | null {
  return left === undefined || right === undefined ? null : (right - left) / 2;
}
