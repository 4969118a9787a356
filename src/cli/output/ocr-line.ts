import type { OcrProgress } from '../../extract/extraction.js';
import type { Output } from '../services.js';

/** Reading takes no time worth a word below this, in milliseconds. */
const SOON = 2_000;

/** A line on a terminal that tells how far the reading of pictures is. */
export interface OcrLine {
  readonly progress: (progress: OcrProgress) => void;
  /** Takes the line off the terminal. */
  readonly close: () => void;
}

/**
 * How many pages of a document are read, and about how long the rest takes by the pages read so far: "page 7/36, 1 min left".
 * @param now milliseconds
 */
export function pagesLeft(now: () => number): (progress: OcrProgress) => string {
  const begun = new Map<string, number>();
  return ({ file, done, of }) => {
    const start = begun.get(file) ?? now();
    begun.set(file, start);
    const left = done === 0 ? 0 : ((now() - start) / done) * (of - done);
    return `page ${done}/${of}${left < SOON ? '' : `, ${duration(left)} left`}`;
  };
}

/** The line of `juesuan read`; nothing where nobody looks. */
export function ocrLine(output: Output, now: () => number): OcrLine {
  const words = pagesLeft(now);
  let drawn = false;
  return {
    progress: (progress) => {
      if (!output.isTerminal) return;
      drawn = true;
      output.write(`\r\u001b[Kreading pictures: ${words(progress)}`);
    },
    close: () => {
      if (drawn) output.write('\r\u001b[K');
    },
  };
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
