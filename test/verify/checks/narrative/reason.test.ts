import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../src/normalize/narrative/claim.js';
import { narrativeCopiedText } from '../../../../src/verify/checks/narrative/copied-text.js';
import { narrativeReason } from '../../../../src/verify/checks/narrative/reason.js';
import { aClaim, aQuantity } from '../../../support/narrative-factory.js';
import { aSection } from '../../../support/report-factory.js';
import { findings, prose, verdicts } from './told.js';

const item = (code: string, name: string, rest: Partial<Claim>): Claim =>
  aClaim('general-budget-function', {
    label: name,
    code: { scheme: 'functional', code, printed: code, match: 'known', catalogueName: name },
    ...rest,
  });
const moved = (percent: string, direction: Claim['direction'], reason: string): Partial<Claim> => ({
  numbers: { percent: aQuantity(percent, 'percent') },
  direction,
  reason,
});

describe('narrative/reason', () => {
  it.each([
    ['宣传事务经费增加', 'decrease', ['warning wrong-direction']],
    ['宣传事务经费减少。', 'increase', ['warning wrong-direction']],
    ['宣传事务经费减少', 'decrease', []],
    ['人员经费增加，项目经费减少', 'decrease', []],
    ['有退休人员去世', 'decrease', []],
  ] as const)('%s under %s', (reason, direction, expected) => {
    expect(
      verdicts(narrativeReason, prose([item('2013302', '一般行政管理事务', moved('2.98', direction, reason))])),
    ).toEqual(expected);
  });

  it.each([
    ['接待费6.40万元，与上年预算持平，主要原因是。其中：购置费0万元。', 1],
    ['接待费6.40万元，比上年减少，主要原因：；', 1],
    ['收入增加0万元，增长（下降）0%。', 1],
    ['比上年增加(减少)0万元。', 1],
    ['接待费持平，主要原因是无接待事项。', 0],
    ['支出增加的主要原因：', 0],
  ])('%s', (text, count) => {
    const on = prose([], { sections: [aSection(0, '“三公”经费', [text])] });
    expect(verdicts(narrativeReason, on)).toEqual(Array(count).fill('note template-residue'));
  });

  it('notes one reason for changes that differ widely', () => {
    const staff = '人员变动，较上年度新增 4 人';
    const claims = [
      item('2080505', '养老', moved('100.24', 'increase', staff)),
      item('2101102', '医疗', moved('20.35', 'increase', `${staff}；项目增加`)),
      item('2210201', '公积金', moved('16.28', 'increase', staff)),
    ];
    const [finding, ...more] = findings(narrativeReason, prose(claims));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'note', diagnosis: 'copied-text' });
    expect(finding?.message).toMatch(/3 项.*100\.24%.*20\.35%.*16\.28%/);
    const alike = claims.map((claim) => ({ ...claim, numbers: { percent: aQuantity('20.00', 'percent') } }));
    expect(findings(narrativeReason, prose(alike))).toEqual([]);
  });
});

describe('narrative/copied-text', () => {
  const pension = item('2080502', '事业单位离退休', { purpose: '事业单位离退休', reason: '事业单位离退休经费增加' });

  it('tells a purpose or reason that names another item', () => {
    const copied = item('2080506', '机关事业单位职业年金缴费支出', {
      purpose: '职业年金缴费',
      reason: '事业单位离退休经费增加',
    });
    expect(verdicts(narrativeCopiedText, prose([pension, copied]))).toEqual(['note copied-text']);
    expect(findings(narrativeCopiedText, prose([pension, copied]))[0]?.message).toContain('“事业单位离退休”');
  });

  it.each([
    ['another class', ['2101101', '2210201'], 1],
    ['the same class', ['2080501', '2080599'], 0],
    ['three items', ['2101101', '2210201', '2080505'], 0],
  ])('one purpose of items of %s, word by word', (_, codes, count) => {
    const claims = codes.map((code) => item(code, `项目${code}`, { purpose: '局本级人员参加基本医疗保险' }));
    expect(verdicts(narrativeCopiedText, prose(claims))).toEqual(Array(count).fill('note copied-text'));
  });

  it('leaves an item alone that names itself, or nothing', () => {
    const own = item('2210203', '购房补贴', { purpose: '购房补贴', reason: '根据实际支出' });
    expect(findings(narrativeCopiedText, prose([pension, own]))).toEqual([]);
  });
});
