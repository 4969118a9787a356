import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { painter } from '../../../src/cli/output/colour.js';
import { findingLines, type ShownFinding } from '../../../src/cli/output/findings.js';

const plain = painter(false);
const LONG = '收入支出决算总表，本年收入合计：合计与各项之和不符，'.repeat(6);

function finding(message: string): ShownFinding {
  return { check: 'totals/revenue', severity: 'error', message, pages: [3], diagnosis: 'digit-slip' };
}

describe('findingLines', () => {
  it('heads each finding with severity, check, diagnosis and pages', () => {
    expect(findingLines([finding('不符')], plain, null)).toBe(
      '  error    totals/revenue  digit-slip  p. 3\n           不符\n',
    );
  });

  it('keeps a message on one line where nobody reads it on a screen', () => {
    expect(findingLines([finding(LONG)], plain, null).split('\n')).toHaveLength(3);
  });

  it.each([60, 80, 121])(
    'breaks a message of Chinese without blanks to %i columns, and loses no character',
    (columns) => {
      const lines = findingLines([finding(LONG)], plain, columns)
        .trimEnd()
        .split('\n')
        .slice(1);
      expect(lines.length).toBeGreaterThan(2);
      expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
      expect(lines.map((line) => line.trim()).join('')).toBe(LONG);
    },
  );

  it('does not squeeze a message into the rest of a very narrow screen', () => {
    const lines = findingLines([finding(LONG)], plain, 20)
      .trimEnd()
      .split('\n')
      .slice(1);
    expect(stringWidth(lines[0]?.trim() ?? '')).toBe(30);
  });
});
