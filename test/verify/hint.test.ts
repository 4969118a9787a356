import { describe, expect, it } from 'vitest';
import { TOTAL_BELOW_PART } from '../../src/verify/finding.js';
import { verify } from '../../src/verify/verify.js';
import { corrupt, PLAIN, pathOf, wholeReport } from '../support/whole-report.js';

const before = wholeReport(PLAIN);
/** What is told when 2080505 基本支出, 25.33, prints something else. */
const found = (printed: string) =>
  verify(corrupt(before, pathOf(before, 'expenditure', '2080505', 'basic'), printed)).findings;

describe('what is behind a figure that several identities dispute', () => {
  it.each([
    ['25.83', 'digit-slip', '像是一位数字之误'],
    ['52.33', 'transposed', '像是相邻两位数字颠倒了'],
    ['253.30', 'decimal-slip', '像是小数点错了位'],
    ['253300.00', 'unit-slip', '像是把元与万元弄混了'],
  ])('%s for 25.33 is a %s', (printed, diagnosis, words) => {
    const told = found(printed);
    expect(told.length).toBeGreaterThan(1);
    for (const finding of told) {
      // A total below its part says already that something was misread.
      expect(finding.diagnosis).toBe(finding.check === TOTAL_BELOW_PART ? 'misread' : diagnosis);
      expect(finding.message).toContain('改为 25.33 万元');
      expect(finding.message).toContain(words);
    }
  });

  it('says what would do where no slip explains it', () => {
    const told = found('71.90');
    expect(told[0]?.message).toContain('改为 25.33 万元，有关的等式才全部成立。');
    expect(told.find(({ check }) => check !== TOTAL_BELOW_PART)?.diagnosis).toBeUndefined();
  });

  it('says nothing where any of several figures may be the wrong one', () => {
    const [path, other] = ['208', '210'].map((code) => pathOf(before, 'general-budget-expenditure', code, 'total'));
    if (path === undefined || other === undefined) throw new Error('two cells are needed');
    const twice = verify(corrupt(corrupt(before, path, '29.33'), other, '2.22')).findings;
    expect(twice.length).toBeGreaterThan(1);
    for (const { message } of twice) expect(message).not.toContain('改为');
  });
});
