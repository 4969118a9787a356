import type { Finding, Severity } from '../../normalize/report.js';
import type { Colour, Paint } from './colour.js';

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

const COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', note: 'faint' };

/** A finding as far as a page shows it. */
export type ShownFinding = Pick<Finding, 'check' | 'severity' | 'message'> & {
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

/** Two lines a finding (severity, check and pages; message below), for a terminal. '' for none. Pure. */
export function findingLines(findings: readonly ShownFinding[], paint: Paint): string {
  return bySeverity(findings)
    .map(({ check, severity, message, pages }) => {
      const head = [paint(COLOURS[severity], severity.padEnd(7)), check, pagesText(pages)].filter(
        (text) => text !== '',
      );
      return `  ${head.join('  ')}\n${message.replace(/^/gm, '           ')}\n`;
    })
    .join('');
}
