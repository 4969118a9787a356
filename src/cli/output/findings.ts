import wrapAnsi from 'wrap-ansi';
import type { Finding, Severity } from '../../normalize/report.js';
import type { Colour, Paint } from './colour.js';

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

const COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', note: 'faint' };

/** A finding as far as a page shows it. */
export type ShownFinding = Pick<Finding, 'check' | 'severity' | 'message' | 'diagnosis'> & {
  /** Pages from 1. */
  readonly pages: readonly number[];
};

/** The pages a finding stands on, each once, in order. */
export function pagesOf(finding: Pick<Finding, 'places'>): readonly number[] {
  return [...new Set(finding.places.map((place) => place.page))].sort((a, b) => a - b);
}

/** "p. 7", "p. 7, 9", or '' for a finding about the whole report. */
export function pagesText(pages: readonly number[]): string {
  return pages.length === 0 ? '' : `p. ${pages.join(', ')}`;
}

/** The findings in order of severity; within one severity the order stays. Pure. */
export function bySeverity<T extends { readonly severity: Severity }>(findings: readonly T[]): readonly T[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** "2 errors, 1 warning", or "no findings". Pure. */
export function findingCounts(findings: readonly { readonly severity: Severity }[]): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return counts.length === 0 ? 'no findings' : counts.join(', ');
}

const INDENT = '           ';
/** A message narrower than this is harder to read than one that the terminal breaks by itself. */
const NARROWEST = 30;

/**
 * A finding as a head line (severity, check, diagnosis, pages) with its message below, for a terminal. '' for none. Pure.
 * @param columns width to wrap the messages to; `null` where nobody reads it on a screen, so that a line stays a line
 */
export function findingLines(findings: readonly ShownFinding[], paint: Paint, columns: number | null): string {
  return bySeverity(findings)
    .map(({ check, severity, message, pages, diagnosis }) => {
      const head = [paint(COLOURS[severity], severity.padEnd(7)), check, diagnosis ?? '', pagesText(pages)].filter(
        (text) => text !== '',
      );
      return `  ${head.join('  ')}\n${wrapped(message, columns).replace(/^/gm, INDENT)}\n`;
    })
    .join('');
}

function wrapped(message: string, columns: number | null): string {
  if (columns === null) return message;
  const width = Math.max(NARROWEST, columns - INDENT.length);
  return wrapAnsi(message, width, { hard: true, wordWrap: false, trim: false });
}
