import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangePart, Claim } from '../../../../src/normalize/narrative/claim.js';
import { changeParts } from '../../../../src/verify/checks/change/parts.js';
import { verify } from '../../../../src/verify/verify.js';
import { aClaim, aQuantity } from '../../../support/narrative-factory.js';
import { statement } from '../../../support/statement-factory.js';
import { findings, outcomes, prose, verdicts } from '../narrative/told.js';

const against = { year: 'prior', phase: 'executed' } as const;

/** '人员经费 -401.85': a part with its sign; '会议费 -' prints no amount. */
function part(words: string): ChangePart {
  const [, label = '', sign = '', printed = ''] = /^(\S+) ([+=-])(.*)$/.exec(words) ?? [];
  const direction = sign === '+' ? 'increase' : sign === '-' ? 'decrease' : 'unchanged';
  return { label, direction, change: printed === '' ? null : aQuantity(printed) };
}

function claim(change: string, parts: readonly string[], rest: Partial<Claim> = {}): Claim {
  return aClaim('expenditure', {
    label: '本年支出',
    numbers: { change: aQuantity(change.replace(/^[+-]/, '')) },
    direction: change.startsWith('-') ? 'decrease' : 'increase',
    against,
    parts: parts.map(part),
    ...rest,
  });
}

const ROAD = ['项目经费 +2296.45', '人员经费 -401.85', '公用经费 -1475.63'];
const THREE = claim('-63.96', ['公务用车购置及运行费 -40.00', '公务接待费 -20.53']);

describe('change/parts', () => {
  it.each([
    ['parts that add up', '+418.97', ROAD, 'exact'],
    ['one last place too much', '+418.98', ROAD, 'rounding'],
    ['a part left out', '+418.97', ROAD.slice(0, 2), 'violation'],
    ['parts that go the other way', '-5.00', ['项目经费 +3.00', '人员经费 +2.00'], 'violation'],
    ['a single part that goes the other way', '-5.00', ['项目经费 +3.00'], 'violation'],
    ['a single part that is all', '+5.00', ['项目经费 +5.00'], 'exact'],
    ['a single part that is not all', '+5.00', ['项目经费 +3.00'], 'not-applicable'],
    ['an unchanged part', '+5.00', ['项目经费 +3.00', '人员经费 +2.00', '公用经费 ='], 'exact'],
    ['a part without an amount', '+5.00', ['项目经费 +6.00', '人员经费 +2.00', '会议费 -'], 'unresolved'],
    [
      'parts of a part',
      '+35.00',
      ['基本支出 +30.00', '人员经费 +20.00', '公用经费 +10.00', '项目支出 +6.00'],
      'unresolved',
    ],
    ['parts before their sum', '+35.00', ['人员经费 +20.00', '公用经费 +10.00', '基本支出 +30.00'], 'unresolved'],
  ])('%s', (_, change, parts, outcome) => {
    expect(outcomes(changeParts, prose([claim(change, parts)]))).toEqual([outcome]);
  });

  it('says nothing of a change without parts or without a direction', () => {
    expect(outcomes(changeParts, prose([claim('+5.00', [])]))).toEqual([]);
    expect(outcomes(changeParts, prose([claim('+5.00', ROAD, { direction: null })]))).toEqual([]);
  });

  it.each([
    ['has amounts that are no parts', '项目经费增加2296.45万元，人员经费减少401.85万元，支付工程款1475.63万元'],
    ['says itself that it is not complete', '项目经费增加2296.45万元，人员经费减少401.85万元等'],
  ])('leaves a gap undecided where the reason %s', (_, reason) => {
    const report = prose([claim('+418.97', ROAD.slice(0, 2), { reason })]);
    expect(outcomes(changeParts, report)).toEqual(['unresolved']);
    expect(findings(changeParts, report)).toEqual([]);
  });

  it('confirms the change and its parts, and disputes none of them', () => {
    const statuses = (parts: readonly string[]) => {
      const [told] = verify(prose([claim('+418.97', parts)]), [changeParts]).claims;
      return [told?.numbers.change?.status, ...(told?.parts ?? []).map(({ change }) => change?.status)];
    };
    expect(statuses(ROAD)).toEqual(['verified', 'verified', 'verified', 'verified']);
    expect(statuses(ROAD.slice(0, 2))).toEqual(['unverified', 'unverified', 'unverified']);
  });

  it('is never more than a note, with every addend and its page', () => {
    const report = prose([claim('+418.97', ROAD.slice(0, 2))]);
    expect(verdicts(changeParts, report)).toEqual(['note']);
    expect(findings(changeParts, report)[0]?.message).toMatch(
      /所列原因未穷尽。“本年支出增减额”418\.97万元（第2页） ≠ “项目经费”2296\.45万元（第2页） − “人员经费”401\.85万元（第2页）；.*相差 1475\.63 万元/,
    );
    expect(findings(changeParts, prose([claim('-5.00', ['项目经费 +3.00'])]))[0]?.message).toContain('方向相反');
  });

  describe('names the one change that equals the gap', () => {
    const abroad = aClaim('abroad', {
      label: '因公出国（境）费',
      numbers: { change: aQuantity('3.43') },
      direction: 'decrease',
      against,
    });
    const message = (claims: readonly Claim[], rest = {}) =>
      findings(changeParts, prose(claims, rest))[0]?.message ?? '';
    const missing = '所差正好等于“因公出国（境）费”（第2页）的增减额';

    it('in the prose', () => {
      expect(message([THREE, abroad])).toContain(missing);
    });

    it.each([
      ['the other direction', { ...abroad, direction: 'increase' as const }],
      ['another comparison', { ...abroad, against: { year: 'current', phase: 'approved' } as const }],
    ])('not with %s', (_, other) => {
      expect(message([THREE, other])).toContain('所列原因未穷尽');
      expect(message([THREE, other])).not.toContain('所差正好');
    });

    it('not where two changes equal it', () => {
      expect(message([THREE, abroad, { ...abroad, subject: 'meetings', label: '会议费' }])).not.toContain('所差正好');
    });

    it('in the place of a part', () => {
      const reception = {
        ...abroad,
        subject: 'reception' as const,
        label: '接待费',
        numbers: { change: aQuantity('23.96') },
      };
      expect(message([THREE, reception])).toContain('如以“接待费”（第2页）的增减额代替“公务接待费”，两边正好相等');
    });

    it('in a table with the year before', () => {
      const table = statement(
        'three-public',
        ['amount-executed', 'amount-executed-prior'],
        [
          ['abroad', '1.00', '4.43'],
          ['reception', '2.00', '22.53'],
        ],
      );
      expect(message([THREE], { statements: [table] })).toMatch(/所差正好等于“[^”]*abroad[^”]*”（第\d+页）的增减额/);
    });
  });

  it('takes the changes that 其中 lists as claims', () => {
    const member = (change: string, direction: 'increase' | 'decrease') =>
      aClaim('expenditure-use', { numbers: { change: aQuantity(change) }, direction, against, partOf: 0 });
    const list = [member('60.00', 'increase'), member('10.00', 'decrease')];
    expect(outcomes(changeParts, prose([claim('+50.00', []), ...list]))).toEqual(['exact']);
    expect(outcomes(changeParts, prose([claim('+49.00', []), ...list]))).toEqual(['violation']);
  });

  it('holds for all parts that add up, and notes each one left out', () => {
    const cents = fc.integer({ min: -9_999_999, max: 9_999_999 }).filter((value) => value !== 0);
    const words = (value: number, name: string) => {
      const digits = String(Math.abs(value)).padStart(3, '0');
      return `${name}${value < 0 ? '-' : '+'}${digits.slice(0, -2)}.${digits.slice(-2)}`;
    };
    const isPlain = (values: readonly number[]) =>
      outcomes(
        changeParts,
        prose([
          claim(
            '+0.01',
            values.map((value, at) => words(value, `第${at}项 `)),
          ),
        ]),
      )[0] !== 'unresolved';
    fc.assert(
      fc.property(fc.array(cents, { minLength: 3, maxLength: 6 }), fc.nat(), (values, index) => {
        const sum = values.reduce((all, value) => all + value, 0);
        const parts = values.map((value, at) => words(value, `第${at}项 `));
        const dropped = index % values.length;
        fc.pre(sum !== 0 && Math.abs(values[dropped] ?? 0) > values.length && isPlain(values.toSpliced(dropped, 1)));
        expect(outcomes(changeParts, prose([claim(words(sum, ''), parts)]))).toEqual(['exact']);
        const report = prose([claim(words(sum, ''), parts.toSpliced(dropped, 1))]);
        expect(verdicts(changeParts, report)).toEqual(['note']);
      }),
      { numRuns: 100 },
    );
  });
});
