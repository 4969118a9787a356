import { describe, expect, it } from 'vitest';
import type { Identity, Shape, Term } from '../../src/verify/check.js';
import { coefficients, evaluate } from '../../src/verify/identity.js';
import { quantityTerm } from '../../src/verify/terms.js';
import { aQuantity } from '../support/narrative-factory.js';
import { figure } from '../support/statement-factory.js';

function terms(values: readonly (string | null)[], side: number): readonly Term[] {
  return values.map((printed, index) => ({
    sign: 1,
    label: `${side}${index}`,
    path: printed === null ? '' : `${side}/${index}/amount`,
    figure: printed === null ? null : figure(printed),
  }));
}

function identity(
  left: readonly (string | null)[],
  right: readonly (string | null)[],
  shape: Shape = 'sum',
  doubt: string | null = null,
): Identity {
  return { subject: '', shape, left: terms(left, 0), right: terms(right, 1), doubt };
}

describe('evaluate', () => {
  it.each([
    ['printed values add up', ['298.24'], ['279.31', '18.93'], 'exact', null],
    ['one hundredth, two half-steps and more', ['171.07'], ['171.06', '0.02'], 'rounding', null],
    ['a gap of exactly the added half-steps', ['10.00'], ['5.00', '3.00', '1.98'], 'rounding', null],
    ['a gap one step beyond them', ['10.00'], ['5.00', '3.00', '1.97'], 'violation', null],
    ['zeros add no slack', ['10.00'], ['9.98', '0.00', '0.00', '0.00'], 'violation', null],
    ['a coarser part allows more', ['10.00'], ['6', '4.40'], 'rounding', null],
    ['blank and dash count as zero', ['10.00'], ['10.00', '', '—'], 'exact', null],
    ['a blank total over zeros', [''], ['0.00', '0.00'], 'exact', null],
    ['every cell blank', [''], ['', '—'], 'not-applicable', null],
    ['no parts', ['10.00'], [], 'not-applicable', null],
    ['an unreadable part', ['10.00'], ['1O.0O?', '0.00'], 'unresolved', 'unreadable'],
    ['an unreadable part beside blanks', [''], ['?', ''], 'unresolved', 'unreadable'],
    ['a missing part', ['10.00'], ['10.00', null], 'unresolved', 'missing'],
    ['a missing total', [null], ['10.00'], 'unresolved', 'missing'],
    ['a total below its largest part', ['9.00'], ['20.00', '1.00'], 'unresolved', 'total-below-part'],
    ['a blank total over an amount', [''], ['20.00'], 'unresolved', 'total-below-part'],
    ['a negative part explains a small total', ['9.00'], ['20.00', '-1.00'], 'violation', null],
    ['negative parts add up', ['19.00'], ['20.00', '-1.00'], 'exact', null],
    ['numbers glued together', ['9007199254740993'], ['1.00', '2.00'], 'unresolved', 'too-large'],
  ] as const)('%s', (_name, left, right, outcome, reason) => {
    expect(evaluate(identity(left, right))).toMatchObject({ outcome, reason });
  });

  it('calls a gap unresolved, not a violation, where a doubt may explain it, and keeps the gap', () => {
    const doubted = evaluate(identity(['12.00'], ['10.00', '1.00'], 'sum', '有一行没有认出'));
    expect(doubted).toMatchObject({ outcome: 'unresolved', reason: 'doubt', gapFen: 1_000_000 });
    expect(evaluate(identity(['11.00'], ['10.00', '1.00'], 'sum', '有一行没有认出')).outcome).toBe('exact');
  });

  it('does not excuse the same fact printed twice by rounding, unless one print is coarser', () => {
    expect(evaluate(identity(['10.00'], ['10.01'], 'same-fact')).outcome).toBe('violation');
    expect(evaluate(identity(['10.00'], ['10.01'], 'balance')).outcome).toBe('rounding');
    expect(evaluate(identity(['10.0'], ['10.04'], 'same-fact')).outcome).toBe('rounding');
  });

  it('lets one of two prints of a fact in two tables be nudged by a last place, and no more', () => {
    expect(evaluate(identity(['326.71'], ['326.72'], 'repeated'))).toMatchObject({
      outcome: 'rounding',
      slackFen: 10_000,
    });
    expect(evaluate(identity(['326.71'], ['326.73'], 'repeated')).outcome).toBe('violation');
    expect(evaluate(identity(['0.00'], ['0.01'], 'repeated')).outcome).toBe('rounding');
    expect(evaluate(identity(['0.00'], ['0.02'], 'repeated')).outcome).toBe('violation');
    expect(evaluate(identity(['326.7'], ['326.72'], 'repeated')).outcome).toBe('rounding');
    expect(evaluate(identity(['9.00'], ['20.00'], 'repeated'))).toMatchObject({ outcome: 'violation', reason: null });
  });

  it.each([
    ['counts', '4', '4', 'exact'],
    ['counts that differ', '4', '5', 'violation'],
  ])('compares %s like money', (_name, left, right, outcome) => {
    const count = (value: string, path: string): Term => quantityTerm(path, '车辆', aQuantity(value, 'count'));
    const sides = { left: [count(left, 'fact/0')], right: [count(right, 'fact/1')] };
    expect(evaluate({ subject: '', shape: 'same-fact', doubt: null, ...sides }).outcome).toBe(outcome);
  });

  it('counts and marks have no rounding: a sum of them is exact or wrong', () => {
    const marks = (values: readonly string[], measure: 'count' | 'score') =>
      values.map((value, at) => quantityTerm(`fact/${at}`, '', aQuantity(value, measure)));
    const sum = (total: string, parts: readonly string[], measure: 'count' | 'score') =>
      evaluate({ subject: '', shape: 'sum', left: marks([total], measure), right: marks(parts, measure), doubt: null });
    expect(sum('4', ['2', '1', '1'], 'count').outcome).toBe('exact');
    expect(sum('5', ['2', '1', '1'], 'count').outcome).toBe('violation');
    expect(sum('99.4', ['90', '9.4'], 'score').outcome).toBe('exact');
    expect(sum('99.5', ['90', '9.4'], 'score').outcome).toBe('violation');
  });

  it('works with odd steps: three values to the fen explain one fen, not two', () => {
    const yuan = (printed: string, index: number): Term => ({
      sign: 1,
      label: '',
      path: `0/${index}/amount`,
      figure: figure(printed, '元'),
    });
    const sum = (total: string) =>
      evaluate({
        subject: '',
        shape: 'sum',
        left: [yuan(total, 0)],
        right: [yuan('1.00', 1), yuan('2.00', 2)],
        doubt: null,
      });
    expect(sum('3.01')).toMatchObject({ outcome: 'rounding', gapFen: 1, slackFen: 1 });
    expect(sum('3.02')).toMatchObject({ outcome: 'violation', gapFen: 2 });
  });

  it('gives both sides, gap and slack in fen', () => {
    expect(evaluate(identity(['2568.50'], ['2566.19', '2.30']))).toEqual({
      outcome: 'rounding',
      reason: null,
      leftFen: 2_568_500_000,
      rightFen: 2_568_490_000,
      gapFen: 10_000,
      slackFen: 15_000,
    });
  });
});

describe('coefficients', () => {
  it('cancels a figure that stands on both sides', () => {
    const [both] = terms(['5.00'], 0);
    const [other] = terms(['1.00'], 1);
    if (both === undefined || other === undefined) throw new Error('the case needs two terms');
    const sums = coefficients({ subject: '', shape: 'balance', left: [both, other], right: [both], doubt: null });
    expect(Object.fromEntries(sums)).toEqual({ '0/0/amount': 0, '1/0/amount': 1 });
  });
});
