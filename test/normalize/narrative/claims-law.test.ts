import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../support/claim-lines.js';

/** Cents below 10 万元 as a report may print them: plain or in groups of three, ASCII or full width, blanks around. */
const amount = fc.record({
  cents: fc.nat(9_999_999_99),
  form: fc.constantFrom('plain', 'grouped', 'full-width' as const),
  blank: fc.constantFrom('', ' ', '　'),
});

function print({ cents, form }: { cents: number; form: string }): string {
  const whole = Math.trunc(cents / 100);
  const plain = `${form === 'grouped' ? whole.toLocaleString('en-US') : whole}.${String(cents % 100).padStart(2, '0')}`;
  if (form !== 'full-width') return plain;
  return plain.replace(/[\d.]/g, (character) => String.fromCodePoint(character.charCodeAt(0) + 0xfee0));
}

const TEMPLATES = [
  [
    '收入支出决算总体情况说明',
    '示例局2023年度收入支出总计',
    '万元。与2022年度相比，收入支出总计减少',
    '万元，下降3.22%。',
  ],
  [
    '一般公共预算财政拨款支出决算情况说明',
    '1.教育支出（类）普通教育（款）初中教育（项）',
    '万元，比上年增加',
    '万元，增长5%。',
  ],
  ['机关运行经费支出情况', '机关运行经费支出', '万元，较上年决算数净增加', '万元。主要原因是人员增加。'],
] as const;

describe('an amount put into a sentence', () => {
  it('comes out with its value, in the box of its digits, and its change with it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEMPLATES), amount, amount, ([heading, lead, middle, end], stated, change) => {
        const [first, second] = [print(stated), print(change)];
        const text = `${lead}${stated.blank}${first}${stated.blank}${middle}${change.blank}${second}${change.blank}${end}`;
        const claims = claimsOf([text], { headings: [heading] });
        expect(claims).toHaveLength(1);
        const numbers = claims[0]?.numbers;
        const from = text.indexOf(first);
        const boxOf = (left: number, printed: string) => [
          { page: 1, box: { left, top: 0, right: left + printed.length, bottom: 10 } },
        ];
        expect(numbers?.amount).toMatchObject({ printed: first, value: stated.cents * 10_000, step: 10_000 });
        expect(numbers?.amount?.places).toEqual(boxOf(from, first));
        expect(numbers?.change).toMatchObject({ printed: second, value: change.cents * 10_000 });
        expect(numbers?.change?.places).toEqual(boxOf(text.indexOf(second, from + first.length), second));
      }),
    );
  });

  it('is never lost: every amount of money is a number of some claim, whatever the words around it', () => {
    const words = fc.constantFrom(
      '收入',
      '支出',
      '其中：',
      '比上年',
      '增加',
      '主要原因是',
      '，',
      '。',
      '；',
      '公用经费',
      '（',
      '）',
      '占',
    );
    const part = fc.tuple(fc.array(words, { maxLength: 4 }), fc.constantFrom('共', ''), amount);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.map(([before, all, value]) => `${before.join('')}${all}${print(value)}万元`).join('，');
        const claims = claimsOf([text], { headings: ['收入支出决算总体情况说明'] });
        const kept = claims
          .flatMap(({ numbers, parts: own }) => [
            ...Object.values(numbers),
            ...own.flatMap(({ change }) => change ?? []),
          ])
          .filter(({ measure }) => measure === 'money');
        expect(kept.map(({ printed }) => printed).sort()).toEqual(parts.map(([, , value]) => print(value)).sort());
      }),
    );
  });
});
