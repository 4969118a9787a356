import type { Box, Place, Turn } from './place.js';

/** Where the characters of a run come from. */
export type Origin = 'text-layer' | 'ocr' | 'plain-text';

/** A piece of text as the file gives it, unchanged. Several runs may make one word, or one number. */
export interface TextRun {
  readonly text: string;
  readonly box: Box;
  readonly origin: Origin;
  /** Recognition confidence from 0 to 1; `null` for text that was not recognised from an image. */
  readonly confidence: number | null;
}

/** A printed rule, already merged from the strokes, thin rectangles or segments that drew it. In points. */
export interface RuledLine {
  readonly direction: 'horizontal' | 'vertical';
  /** y of a horizontal rule, x of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A word of a text dump and the columns of the dump that it covers: from `left` up to before `right`. */
export interface DumpWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** One line of text outside every grid. Gaps between words are blanks in `text`. */
export interface TextLine {
  readonly kind: 'line';
  readonly page: number;
  readonly text: string;
  readonly box: Box | null;
  /** Where it stands once its page is turned upright, and straightened; absent where that is `box`. Margins and columns are measured there. */
  readonly upright?: Box;
  /** Only in a dump that aligns columns by blanks: where its words stand. A printed page number has none. */
  readonly words?: readonly DumpWord[];
}

/** How one engine read a place. `text` as the engine gave it; `confidence` or score from 0 to 1. */
export interface OcrReading {
  readonly engine: string;
  readonly text: string;
  readonly confidence: number;
}

/** A cell of a grid. `places` has several entries when a page break cuts the cell. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Text as printed; the lines of a wrapped cell are joined without a separator. */
  readonly text: string;
  readonly places: readonly Place[];
  /** Where it stands on its first page once that is turned upright, and straightened; absent where that is its first place. */
  readonly upright?: Box;
  readonly confidence: number | null;
  /** Of a cell read from an image: every reading, the one that `text` repeats first. Absent in a text layer. */
  readonly readings?: readonly OcrReading[];
}

/**
 * A table as printed. `ruled` follows drawn rules, `aligned` the alignment of words where nothing is ruled,
 * `text` the blanks of a plain-text dump. Every (row, column) is covered by exactly one cell.
 */
export interface Grid {
  readonly kind: 'grid';
  readonly method: 'ruled' | 'aligned' | 'text';
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
  /** Pages that the grid stands on, in order. */
  readonly pages: readonly number[];
  /** Height (y from the top, in points) where the grid begins on its first page; 0 in a text dump. */
  readonly top: number;
  /** Only in a dump that aligns columns by blanks: the lines that the grid was read from. */
  readonly lines?: readonly TextLine[];
}

export type Block = TextLine | Grid;

/** What became of a page. `needs-ocr`: there is no text layer, or it does not read like such a report. */
export type PageCondition = 'read' | 'blank' | 'needs-ocr';

/** How a page was read from its image. */
export interface PageOcr {
  readonly engine: string;
  readonly model: string;
  /** Pixels per inch of the image. */
  readonly dpi: number;
  /** Quarter turns clockwise, and then degrees, by which the image was turned to stand upright and straight. */
  readonly turn: 0 | 1 | 2 | 3;
  readonly skew: number;
  /** Below 200 dpi, or black and white only: its readings are worth less. */
  readonly lowQuality: boolean;
}

export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly condition: PageCondition;
  /**
   * Why the page is not `read`, or was read from its picture, or keeps its text layer though that was wanted, or what of it is lost though it
   * is read; for people. `null` for a text layer that is read whole.
   */
  readonly reason: string | null;
  readonly runs: readonly TextRun[];
  readonly rules: readonly RuledLine[];
  /** How its text lies as a reader sees the page; absent where it stands upright. */
  readonly turn?: Turn;
  /** Absent for a page whose text layer was read. */
  readonly ocr?: PageOcr;
  /** Large pictures beside the text layer, which knows nothing of what they show. Absent where there are none. */
  readonly unreadPictures?: readonly Box[];
}

/** A whole report as printed: pages, and their lines and grids in reading order, tables over several pages joined. */
export interface SourceDocument {
  readonly file: string;
  readonly sha256: string;
  readonly format: 'pdf' | 'text' | 'image';
  readonly pages: readonly Page[];
  readonly blocks: readonly Block[];
}
