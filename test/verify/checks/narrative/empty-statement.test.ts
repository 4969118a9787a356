import { describe, expect, it } from 'vitest';
import { narrativeEmptyStatement } from '../../../../src/verify/checks/narrative/empty-statement.js';
import { aClaim, aFact, aQuantity } from '../../../support/narrative-factory.js';
import { aColumn, aFigure, aRow, aStatement } from '../../../support/report-factory.js';
import { findings, outcomes, prose, verdicts } from './told.js';

const funds = (hundredths: number) =>
  aStatement('government-funds', [aRow('total', { total: aFigure(hundredths * 10_000), opening: aFigure(0) })]);
const none = aFact('no-amounts', {
  subject: 'government-funds',
  text: '本单位没有使用政府性基金预算财政拨款安排的支出',
});

describe('narrative/empty-statement', () => {
  it('compares 没有…支出 with the table', () => {
    expect(outcomes(narrativeEmptyStatement, prose([], { facts: [none], statements: [funds(0)] }))).toEqual(['exact']);
    expect(verdicts(narrativeEmptyStatement, prose([], { facts: [none], statements: [funds(312)] }))).toEqual([
      'error blank-against-prose',
    ]);
  });

  it('没有支出 does not deny a budget', () => {
    const row = aRow('total', { 'total-approved': aFigure(9500), 'total-executed': aFigure(0) });
    const columns = [
      aColumn('total-approved', { phase: 'approved' }),
      aColumn('total-executed', { phase: 'executed' }),
    ];
    const threePublic = aStatement('three-public', [row], { columns });
    const fact = aFact('no-amounts', { subject: 'three-public', text: '本单位无“三公”经费财政拨款支出' });
    expect(outcomes(narrativeEmptyStatement, prose([], { facts: [fact], statements: [threePublic] }))).toEqual([
      'exact',
    ]);
  });

  it('tells a blank statement under prose with amounts', () => {
    const blank = aStatement('three-public', [aRow('total', { amount: aFigure(null) })]);
    const claims = [aClaim('three-public', { phase: 'approved', numbers: { amount: aQuantity('0.95') } })];
    const [finding] = findings(narrativeEmptyStatement, prose(claims, { statements: [blank] }));
    expect(finding).toMatchObject({ severity: 'error', diagnosis: 'blank-against-prose' });
    expect(finding?.message).toMatch(/0\.95万元（第2页）/);
    const nothing = [aClaim('three-public', { numbers: { amount: aQuantity('0.00') } })];
    expect(findings(narrativeEmptyStatement, prose(nothing, { statements: [blank] }))).toEqual([]);
  });

  it('notes 本表为空表 under a filled table', () => {
    const table = { ...funds(312), notes: ['注：本单位无此预算，故本表为空表。'] };
    expect(verdicts(narrativeEmptyStatement, prose([], { statements: [table] }))).toEqual(['note blank-against-prose']);
    const empty = { ...funds(0), notes: table.notes };
    expect(outcomes(narrativeEmptyStatement, prose([], { statements: [empty] }))).toEqual(['exact']);
  });
});
