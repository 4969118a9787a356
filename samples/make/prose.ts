import type { Sheets } from './sheets.js';
import { wrapped } from './wrap.js';

/** A piece of running text. `heading` is bold, `part` bold and centred with room around it, `entry` not indented. */
export interface Paragraph {
  readonly kind: 'part' | 'heading' | 'text' | 'entry';
  readonly text: string;
}

const SIZES = { part: 16, heading: 12, text: 11, entry: 11 } as const;
const LEADING = 1.75;
const MARGIN = 72;

/** Writes paragraphs from the given height on, adding portrait or landscape pages as needed; returns the bottom. */
export function drawProse(
  paper: Sheets,
  paragraphs: readonly Paragraph[],
  top: number,
  orientation: 'portrait' | 'landscape',
): number {
  let y = top;
  const width = paper.width - 2 * MARGIN;
  for (const paragraph of paragraphs) {
    const size = SIZES[paragraph.kind];
    const weight = paragraph.kind === 'part' || paragraph.kind === 'heading' ? 'bold' : 'regular';
    const indent = paragraph.kind === 'text' || paragraph.kind === 'heading' ? 2 * size : 0;
    for (const [index, line] of wrapped(paper, paragraph.text, width, size, weight, indent).entries()) {
      if (y + size * LEADING > paper.height - MARGIN) {
        paper.addPage(orientation);
        y = MARGIN;
      }
      const centred = (paper.width - paper.measure(line, size, weight)) / 2;
      paper.text(
        line,
        paragraph.kind === 'part' ? centred : MARGIN + (index === 0 ? indent : 0),
        y + size,
        size,
        weight,
      );
      y += size * LEADING;
    }
    if (paragraph.kind === 'part') y += size;
  }
  return y;
}

/** Writes one centred line, its baseline at the given height. */
export function drawCentred(paper: Sheets, text: string, baseline: number, size: number): void {
  paper.text(text, (paper.width - paper.measure(text, size, 'bold')) / 2, baseline, size, 'bold');
}
