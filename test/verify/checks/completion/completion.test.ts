import { describe, expect, it } from 'vitest';
import type { Claim, Relation } from '../../../../src/normalize/narrative/claim.js';
import { completionPercent } from '../../../../src/verify/checks/completion/percent.js';
import { relationBudget, relationPrior } from '../../../../src/verify/checks/completion/relation.js';
import { undisclosedBudget } from '../../../../src/verify/checks/completion/undisclosed-budget.js';
import { aClaim, aQuantity } from '../../../support/narrative-factory.js';
import { findings, outcomes, prose, verdicts } from '../narrative/told.js';

const than = (is: Relation['is'], year: 'current' | 'prior' = 'current'): Relation => ({
  to: { year, phase: year === 'current' ? 'approved' : 'executed' },
  is,
  printed: { greater: '大于', less: '小于', equal: '等于', 'about-equal': '基本持平' }[is],
  places: [],
});
const budget = (amount: string) => aClaim('reception', { phase: 'approved', numbers: { amount: aQuantity(amount) } });
const final = (amount: string, rest: Partial<Claim> = {}) =>
  aClaim('reception', { label: '公务接待费', numbers: { amount: aQuantity(amount) }, ...rest });
const completed = (amount: string, rate: string, rest: Partial<Claim> = {}) =>
  final(amount, {
    completionOf: 'approved',
    ...rest,
    numbers: { amount: aQuantity(amount), completion: aQuantity(rate, 'percent') },
  });

describe('completion/percent', () => {
  it.each([
    ['2993.92', '2940.05', '98.20', 'exact'],
    ['2993.92', '2940.05', '98.02', 'violation'],
    ['0.95', '0.00', '0', 'exact'],
    ['0.00', '0.00', '0.00', 'not-applicable'],
    ['0.00', '0.00', '100', 'not-applicable'],
  ])('budget %s, final %s, %s %% is %s', (approved, amount, rate, outcome) => {
    expect(outcomes(completionPercent, prose([budget(approved), completed(amount, rate)]))).toEqual([outcome]);
  });

  it('tells the slip', () => {
    expect(verdicts(completionPercent, prose([budget('2993.92'), completed('2940.05', '98.02')]))).toEqual([
      'error transposed',
    ]);
  });
});

describe('relation/budget', () => {
  it.each([
    ['1560.05', '1511.89', 'less', []],
    ['1560.05', '1511.89', 'greater', ['error wrong-direction']],
    ['62.29', '60.99', 'equal', ['error wrong-direction']],
    ['62.29', '60.99', 'about-equal', []],
    ['62.29', '50.99', 'about-equal', ['note wrong-direction']],
    ['10.00', '10.00', 'about-equal', []],
    ['10.00', '10.00', 'less', ['error wrong-direction']],
  ] as const)('budget %s, final %s, %s', (approved, amount, is, expected) => {
    const on = prose([budget(approved), final(amount, { relations: [than(is)] })]);
    expect(verdicts(relationBudget, on)).toEqual(expected);
    expect(outcomes(relationBudget, on)).toEqual([expected.length === 0 ? 'exact' : 'violation']);
  });

  it.each([
    ['100.00', 'greater', 1],
    ['100', 'greater', 0],
    ['98.2', 'less', 0],
    ['98.2', 'greater', 1],
    ['0.00', 'equal', 0],
  ] as const)('a rate of %s %% beside %s, no budget printed', (rate, is, count) => {
    expect(findings(relationBudget, prose([completed('5.00', rate, { relations: [than(is)] })]))).toHaveLength(count);
  });
});

describe('relation/prior', () => {
  const changed = (change: string, direction: Claim['direction'], is: Relation['is']) =>
    prose([
      final('20.00', {
        direction,
        relations: [than(is, 'prior')],
        numbers: { amount: aQuantity('20.00'), change: aQuantity(change) },
      }),
    ]);

  it('compares the words with the change', () => {
    expect(outcomes(relationPrior, changed('0.00', 'increase', 'equal'))).toEqual(['exact']);
    expect(outcomes(relationPrior, changed('3.00', 'decrease', 'less'))).toEqual(['exact']);
    expect(verdicts(relationPrior, changed('3.00', 'decrease', 'greater'))).toEqual(['error wrong-direction']);
  });
});

describe('completion/undisclosed-budget', () => {
  const less = (label: string) => completed('0.00', '0.00', { label, relations: [than('less')] });

  it('is one finding for all that say so', () => {
    const [finding, ...more] = findings(undisclosedBudget, prose([less('“三公”经费'), less('公务接待费')]));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding?.message).toMatch(/涉及“三公经费”、“公务接待费”/);
  });

  it.each([
    ['the budget is printed', [budget('0.95'), less('公务接待费')]],
    ['something was spent', [completed('0.10', '0.00', { relations: [than('less')] })]],
    ['it is said to be equal', [completed('0.00', '0.00', { relations: [than('equal')] })]],
  ])('is silent where %s', (_, claims) => {
    expect(findings(undisclosedBudget, prose(claims))).toEqual([]);
  });
});
