import { expect, test } from 'vitest';
import { stageText } from '../src/stage-text.js';
import { aReport, aToldReport } from './support/report-factory.js';

test.each(['normalize', 'verify'] as const)('%s prints claims, facts and evaluations with their numbers', (stage) => {
  const lines = stageText[stage](aToldReport()).split('\n');
  expect(lines).toContain('== 1 claims, 1 facts');
  expect(lines).toContain('  claim 0 expenditure executed current: amount=2566.19万元 percent=26.31%  0/0/total');
  expect(lines).toContain('  fact 0 staff 在职人数: 14个');
  expect(lines).toContain('== evaluation: 项目支出绩效自评表 示例项目  [95分, no grade, p3]');
  expect(lines).toContain('  产出指标/数量指标/次数: ≥100次 (printed) 90 score=9.5分 无');
  expect(lines).toContain('error change/percent (wrong-base): 比例不符');
});

test('verify prints both sides of a check that is no sum of money', () => {
  expect(stageText.verify(aToldReport())).toContain('violation      change/percent  本年支出  26.31% | 26.30%\n');
});

test('a report without prose prints no heading for it', () => {
  expect(stageText.normalize(aReport())).not.toContain('claims');
});
