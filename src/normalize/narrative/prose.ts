import type { Page, TextLine } from '../../extract/document.js';
import { type Box, boxAround, type Place } from '../../extract/place.js';
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
  return sections.flatMap((section) =>
    section.paragraphs.map((paragraph, index) => {
      let characters: readonly Place[] | null = null;
      return {
        section,
        index,
        text: paragraph.text,
        placesAt: (from, to) => {
          characters ??= characterPlaces(paragraph, linesOf.get(paragraph) ?? [], pages);
          const inked = (text: string) => [...text].filter((character) => !/\s/u.test(character)).length;
          const start = inked(paragraph.text.slice(0, from));
          const found = byLine(characters.slice(start, start + inked(paragraph.text.slice(from, to))));
          return found.length > 0 ? found : paragraph.places;
        },
      };
    }),
  );
}

/**
 * The place of each printed character of a paragraph, blanks left out. The characters of its lines are those of the paragraph, but for
 * what stands before them (the number of a heading): counted from the end, they agree.
 */
function characterPlaces(paragraph: Paragraph, lines: readonly TextLine[], pages: readonly Page[]): readonly Place[] {
  const all = lines.flatMap((line) => placesInLine(line, pages));
  const length = [...paragraph.text].filter((character) => !/\s/u.test(character)).length;
  return all.length >= length ? all.slice(all.length - length) : [];
}

function placesInLine(line: TextLine, pages: readonly Page[]): readonly Place[] {
  const inked = [...line.text].filter((character) => !/\s/u.test(character));
  const whole = { page: line.page, box: line.box };
  const boxes = line.box === null ? null : characterBoxes(line.box, inked.length, pages[line.page - 1]);
  return inked.map((_, at) => (boxes?.[at] ? { page: line.page, box: boxes[at] } : whole));
}

/** Boxes of the characters of a line out of the runs that lie in it; `null` where they are not the same characters (a clipped copy). */
function characterBoxes(line: Box, length: number, page: Page | undefined): readonly Box[] | null {
  const runs = (page?.runs ?? []).filter(({ box }) => {
    const middle = (box.top + box.bottom) / 2;
    return middle > line.top && middle < line.bottom && box.left >= line.left - 0.5 && box.right <= line.right + 0.5;
  });
  const boxes = [...runs]
    .sort((a, b) => a.box.left - b.box.left)
    .flatMap(({ text, box }) => {
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
  return boxes.length === length ? boxes : null;
}

/** Places next to each other on one line as one. */
function byLine(places: readonly Place[]): readonly Place[] {
  const lines: Place[][] = [];
  for (const place of places) {
    const open = lines.at(-1);
    const before = open?.at(-1);
    const same = before && before.page === place.page && sameLine(before.box, place.box);
    if (open && same) open.push(place);
    else lines.push([place]);
  }
  return lines.flatMap((line) => {
    const [first] = line;
    if (first === undefined) return [];
    const boxes = line.flatMap(({ box }) => (box === null ? [] : [box]));
    return [{ page: first.page, box: boxAround(boxes) }];
  });
}

function sameLine(before: Box | null, box: Box | null): boolean {
  if (before === null || box === null) return before === box;
  return Math.min(before.bottom, box.bottom) > Math.max(before.top, box.top);
}
