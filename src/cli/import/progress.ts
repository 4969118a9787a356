import type { Paint } from '../output/colour.js';
import { pagesLeft } from '../output/ocr-line.js';
import { terminalWidth } from '../output/terminal-width.js';
import type { Output } from '../services.js';
import { type DocumentOutcome, type ImportListener, isFailure } from './import-documents.js';

/** A listener that can take its traces off the terminal at the end. */
export interface Progress extends ImportListener {
  readonly close: () => void;
}

const BAR_CELLS = 24;
const ERASE_LINE = '\r\u001b[K';

/** One line for one document, with what to do below it when it failed. */
function outcomeLine(outcome: DocumentOutcome, paint: Paint): string {
  if (outcome.outcome === 'failed' || outcome.outcome === 'quarantined') {
    return `${paint('red', outcome.outcome.padEnd(8))}  ${outcome.file}: ${outcome.reason}\n          ${outcome.remedy}\n`;
  }
  return `${outcome.outcome.padEnd(8)}  ${outcome.file} (${outcome.seconds.toFixed(1)} s)\n`;
}

/** Where the log says it all. */
export const SILENT_PROGRESS: Progress = { begun: () => {}, read: () => {}, ended: () => {}, close: () => {} };

/** For pipes, logs and --verbose on a terminal: a plain line for each document as it ends. */
export function plainProgress(output: Output, paint: Paint): Progress {
  return {
    begun: () => {},
    read: () => {},
    ended: (outcome) => output.write(outcomeLine(outcome, paint)),
    close: () => {},
  };
}

/** For a terminal: one line that is written over, failures left standing above it. `total` is the number of files. */
export function barProgress(output: Output, paint: Paint, total: number, now: () => number): Progress {
  let done = 0;
  const draw = (file: string): void => output.write(ERASE_LINE + barLine(done, total, file, output.columns));
  const pages = pagesLeft(now);
  return {
    begun: draw,
    read: (progress) => draw(`${pages(progress)} ${progress.file}`),
    ended: (outcome) => {
      done += 1;
      if (isFailure(outcome)) {
        output.write(ERASE_LINE + outcomeLine(outcome, paint));
      }
      draw(outcome.file);
    },
    close: () => output.write(ERASE_LINE),
  };
}

/** "[######------] 3/12 name", cut to be narrower than the terminal, so that it never wraps. Pure. */
export function barLine(done: number, total: number, file: string, columns: number): string {
  const full = total === 0 ? BAR_CELLS : Math.floor((BAR_CELLS * done) / total);
  const head = `[${'#'.repeat(full)}${'-'.repeat(BAR_CELLS - full)}] ${done}/${total} `;
  return head + endOf(file, Math.max(0, columns - 1 - terminalWidth(head)));
}

/** The end of a path tells more than its beginning. */
function endOf(text: string, width: number): string {
  if (terminalWidth(text) <= width) {
    return text;
  }
  const kept: string[] = [];
  let used = 1; // the ellipsis
  for (const character of [...text].reverse()) {
    used += terminalWidth(character);
    if (used > width) {
      break;
    }
    kept.push(character);
  }
  return width === 0 ? '' : `…${kept.reverse().join('')}`;
}
