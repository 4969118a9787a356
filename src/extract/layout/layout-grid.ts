import type { OcrReading } from '../document.js';
import type { Box, Place } from '../place.js';

/** A cell while pages are laid out: with its own drawn box, in points of the upright page. */
export interface LayoutCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  /** Place of the text; of the empty cell itself when nothing is printed in it. Several where a page break cuts it. */
  readonly places: readonly Place[];
  readonly confidence: number | null;
  readonly filled: boolean;
  readonly readings?: readonly OcrReading[];
}

/** A grid on one page, or joined over several, that still knows where its columns stand. */
export interface LayoutGrid {
  readonly method: 'ruled' | 'aligned';
  readonly rows: number;
  /** x of the column borders, one more than there are columns. */
  readonly columnEdges: readonly number[];
  /** Where the words of each column stand, in a grid without rules; `null` where borders are drawn. */
  readonly stretches: readonly { readonly left: number; readonly right: number; readonly numeric: boolean }[] | null;
  readonly cells: readonly LayoutCell[];
  readonly pages: readonly number[];
  /** Outline on the first page. */
  readonly box: Box;
  /** Outline on the last page. */
  readonly lastBox: Box;
}
