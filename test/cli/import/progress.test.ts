import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { DocumentOutcome } from '../../../src/cli/import/import-documents.js';
import { barLine, barProgress, plainProgress } from '../../../src/cli/import/progress.js';
import { painter } from '../../../src/cli/output/colour.js';

const FAILED: DocumentOutcome = {
  outcome: 'failed',
  file: 'b.pdf',
  reason: 'is empty',
  remedy: 'Fetch it.',
  triedAgain: true,
  seconds: 0,
};
const STORED: DocumentOutcome = { outcome: 'stored', file: 'a.pdf', sha256: 'aa', seconds: 1.25 };

function recorder(columns: number) {
  const written: string[] = [];
  return { written, output: { write: (text: string) => void written.push(text), isTerminal: true, columns } };
}

describe('barLine', () => {
  it.each([
    [0, '[------------------------] 0/8 '],
    [4, '[############------------] 4/8 '],
    [8, '[########################] 8/8 '],
  ])('fills with %i of 8', (done, expected) => {
    expect(barLine(done, 8, 'a.pdf', 80)).toBe(`${expected}a.pdf`);
  });

  it.each([20, 40, 41, 60])('is never as wide as a terminal of %i cells where the bar itself fits', (columns) => {
    const line = barLine(3, 8, '决算公开/泉州市/2023年度部门决算公开说明及报表.pdf', columns);
    expect(stringWidth(line)).toBeLessThan(Math.max(columns, 32));
  });

  it('keeps the end of a long path', () => {
    expect(barLine(0, 8, 'very/long/path/to/决算.pdf', 42)).toBe('[------------------------] 0/8 …/决算.pdf');
  });
});

describe('progress', () => {
  it('on a pipe writes a plain line for each document, the remedy below a failure', () => {
    const { written, output } = recorder(80);
    const progress = plainProgress(output, painter(false));
    progress.begun('a.pdf');
    progress.ended(STORED);
    progress.ended(FAILED);
    progress.close();
    expect(written.join('')).toBe('stored    a.pdf (1.3 s)\nfailed    b.pdf: is empty\n          Fetch it.\n');
  });

  it('on a terminal writes over one line, leaves failures standing, and cleans up', () => {
    const { written, output } = recorder(80);
    const progress = barProgress(output, painter(false), 2, () => 0);
    progress.ended(STORED);
    progress.ended(FAILED);
    progress.close();
    const text = written.join('');
    expect(text).not.toContain('stored');
    expect(text).toContain('failed    b.pdf: is empty\n');
    expect(text).toContain('2/2 b.pdf');
    expect(text.endsWith('\r\u001b[K')).toBe(true);
  });

  it('on a terminal tells how far the pictures of a document are, on the same line', () => {
    const { written, output } = recorder(80);
    let now = 0;
    const progress = barProgress(output, painter(false), 2, () => now);
    progress.read({ file: 'scan.pdf', done: 0, of: 4 });
    now = 10_000;
    progress.read({ file: 'scan.pdf', done: 1, of: 4 });
    expect(written).toEqual([
      `\r\u001b[K[${'-'.repeat(24)}] 0/2 page 0/4 scan.pdf`,
      `\r\u001b[K[${'-'.repeat(24)}] 0/2 page 1/4, 30 s left scan.pdf`,
    ]);
  });

  it('on a pipe tells nothing of single pages', () => {
    const { written, output } = recorder(80);
    plainProgress(output, painter(false)).read({ file: 'scan.pdf', done: 1, of: 4 });
    expect(written).toEqual([]);
  });
});
