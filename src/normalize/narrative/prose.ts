import type { Page, TextLine, TextRun } from '../../extract/document.js';
import { type Box, boxAround, type Place, turnedBack, turnedBox } from '../../extract/place.js';
import type { Paragraph, Section } from '../report.js';

/** A paragraph of the prose that can tell where each of its characters is printed. */
export interface ProseParagraph {
  readonly section: Section;
  /** Index among the paragraphs of the section. */
  readonly index: number;
  readonly text: string;
  /**
   * Places of the characters from `from` up to `to` (not included): one for each printed line that they stand on; those of the
   * paragraph where the characters cannot be told apart.
   */
  readonly placesAt: (from: number, to: number) => readonly Place[];
}

/** The prose of a report in reading order. Places are worked out when asked for: most characters are never asked about. */
export function proseOf(
  sections: readonly Section[],
  linesOf: ReadonlyMap<Paragraph, readonly TextLine[]>,
  pages: readonly Page[],
): readonly ProseParagraph[] {
  const boxesOf = characterBoxesOf(pages);
  return sections.flatMap((section) =>
    section.paragraphs.map((paragraph, index) => {
      let locate: ((from: number, to: number) => readonly Place[]) | null = null;
      return {
        section,
        index,
        text: paragraph.text,
        placesAt: (from, to) => {
          locate ??= locator(paragraph, linesOf.get(paragraph) ?? [], boxesOf);
          const found = locate(from, to);
          return found.length > 0 ? found : paragraph.places;
        },
      };
    }),
  );
}

/**
 * The printed lines of a paragraph hold its characters, blanks aside, and perhaps more before them (the number of a heading): counted from the
 * end, they agree.
 */
function locator(
  { text }: Paragraph,
  lines: readonly TextLine[],
  boxesOf: (line: TextLine) => readonly Box[] | null,
): (from: number, to: number) => readonly Place[] {
  const before = inkBefore(text);
  const inLines = lines.map((line) => inkBefore(line.text).at(-1) ?? 0);
  const lead = inLines.reduce((sum, count) => sum + count, 0) - (before.at(-1) ?? 0);
  if (lead < 0) return () => [];
  return (from, to) => {
    const [start, end] = [lead + (before[from] ?? 0), lead + (before[to] ?? before.at(-1) ?? 0)];
    let lineStart = 0;
    return lines.flatMap((line, at) => {
      const lineEnd = lineStart + (inLines[at] ?? 0);
      const [first, last] = [Math.max(start, lineStart) - lineStart, Math.min(end, lineEnd) - lineStart];
      lineStart = lineEnd;
      if (first >= last) return [];
      const boxes = boxesOf(line)?.slice(first, last);
      return [{ page: line.page, box: boxes ? boxAround(boxes) : line.box }];
    });
  };
}

/** How many characters that are no blanks stand before each position of the text; the last entry counts all. */
function inkBefore(text: string): readonly number[] {
  const before = [0];
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    // The second half of a character beyond the basic plane is no character of its own.
    if (!/\s|[\uDC00-\uDFFF]/.test(text[at] ?? '')) count++;
    before.push(count);
  }
  return before;
}

/** Boxes of the characters of a line, blanks left out, worked out once a line; `null` where the page does not tell them apart. */
function characterBoxesOf(pages: readonly Page[]): (line: TextLine) => readonly Box[] | null {
  const known = new Map<TextLine, readonly Box[] | null>();
  const sorted = new Map<number, readonly UprightRun[]>();
  const runsOf = (page: Page): readonly UprightRun[] => {
    const runs = sorted.get(page.number) ?? uprightRuns(page);
    sorted.set(page.number, runs);
    return runs;
  };
  return (line) => {
    const found = known.get(line);
    if (found !== undefined) return found;
    const page = pages[line.page - 1];
    const boxes = line.box === null || page === undefined ? null : boxesOn(page, line.box, runsOf(page));
    const agree = boxes?.length === inkBefore(line.text).at(-1) ? boxes : null;
    known.set(line, agree ?? null);
    return agree ?? null;
  };
}

type UprightRun = Pick<TextRun, 'text' | 'box'>;

/** The runs of a page from left to right, their boxes as they stand once the page is turned upright. */
function uprightRuns(page: Page): readonly UprightRun[] {
  const { turn = 0, runs } = page;
  return runs
    .map(({ text, box }) => ({ text, box: turnedBox(box, turn, page) }))
    .sort((a, b) => a.box.left - b.box.left);
}

/** The boxes of {@link boxesIn} as a reader sees the page. */
function boxesOn(page: Page, line: Box, runs: readonly UprightRun[]): readonly Box[] {
  const { turn = 0 } = page;
  return boxesIn(turnedBox(line, turn, page), runs).map((box) => turnedBack(box, turn, page));
}

/** A box for each inked character of the runs that lie in a line, from left to right; a run is shared out by the width of its characters. */
function boxesIn(line: Box, runs: readonly UprightRun[]): readonly Box[] {
  return runs.flatMap(({ text, box }) => {
    const middle = (box.top + box.bottom) / 2;
    const inside =
      middle > line.top && middle < line.bottom && box.left >= line.left - 0.5 && box.right <= line.right + 0.5;
    if (!inside) return [];
    const characters = [...text];
    const weights = characters.map((character) => (character > '\u2E7F' ? 2 : 1));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    let done = 0;
    return characters.flatMap((character, at) => {
      const left = box.left + ((box.right - box.left) * done) / whole;
      done += weights[at] ?? 1;
      const right = box.left + ((box.right - box.left) * done) / whole;
      return /\s/u.test(character) ? [] : [{ ...box, left, right }];
    });
  });
}
