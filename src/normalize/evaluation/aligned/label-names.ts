import { labelWord } from '../words.js';

/** A word in a column of labels, and the line that it stands on. */
export interface LabelPiece {
  readonly text: string;
  readonly line: number;
}

/** A name in a column of labels, with its lines from top to bottom. */
export interface LabelName {
  readonly text: string;
  readonly lines: readonly number[];
}

/** A name in a narrow column is wrapped over so many lines at most. */
const MOST_LINES = 5;

/**
 * The names that the words of a column make, read downwards: the longest run of words that is a known name, else the shortest that is a
 * `likely` one. `null` where a word is part of no name.
 */
export function namesDown(
  pieces: readonly LabelPiece[],
  known: (word: string) => boolean,
  likely: (word: string) => boolean = () => false,
): readonly LabelName[] | null {
  const names: LabelName[] = [];
  for (let at = 0; at < pieces.length; ) {
    const runs = Array.from({ length: Math.min(MOST_LINES, pieces.length - at) }, (_, more) =>
      joined(pieces.slice(at, at + more + 1)),
    );
    const name =
      runs.findLast(({ text }) => known(labelWord(text))) ?? runs.find(({ text }) => likely(labelWord(text)));
    if (name === undefined) return null;
    names.push(name);
    at += name.lines.length;
  }
  return names;
}

function joined(pieces: readonly LabelPiece[]): LabelName {
  return { text: pieces.map(({ text }) => text).join(''), lines: pieces.map(({ line }) => line) };
}

/** The line in the middle of a name; between two lines for an even number of them. */
export function middleOf({ lines }: LabelName): number {
  return ((lines[0] ?? 0) + (lines.at(-1) ?? 0)) / 2;
}
