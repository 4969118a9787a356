import { describe, expect, it } from 'vitest';
import { readClaims } from '../../../src/normalize/narrative/claims.js';
import type { ProseParagraph } from '../../../src/normalize/narrative/prose.js';
import type { Section, Statement } from '../../../src/normalize/report.js';
import { claimLine, claimsOf } from '../../support/claim-lines.js';
import { twoSided } from '../../support/statement-factory.js';

/** A summary whose two sides have a balance carried over, or none. */
function summary(opening: string, closing: string): Statement {
  return twoSided(
    'revenue-and-expenditure',
    [
      ['current-total', opening === '0.00' ? '9.00' : '8.00'],
      ['opening', opening],
      ['grand-total', '9.00'],
    ],
    ['amount'],
    [
      ['current-total', closing === '0.00' ? '9.00' : '8.00'],
      ['closing', closing],
      ['grand-total', '9.00'],
    ],
  );
}

const TEXTS = [
  '2023年某县示例局收、支预算总数各是9.00万元，比2022年预算各增加1.00万元，各增长12.50%。',
  '收入预算中：一般公共预算拨款收入6.00万元，占66.67%；其他收入3.00万元，占33.33%。',
  '支出预算中：基本支出6.00万元，占66.67%；项目支出3.00万元，占33.33%。',
];

/** The indexes of the claims that the shares of {@link TEXTS} are of. */
function wholes(statements: readonly Statement[]): readonly (number | null | undefined)[] {
  const setting = { headings: ['收支预算总体情况'], kind: 'budget', statements } as const;
  return claimsOf(TEXTS, setting)
    .slice(1)
    .map(({ shareOf }) => shareOf?.claim);
}

describe('收、支预算总数, and the shares behind 收入预算中 and 支出预算中', () => {
  it('is one amount for both sides', () => {
    const setting = { headings: ['收支预算总体情况'], kind: 'budget', statements: [summary('0.00', '0.00')] } as const;
    expect(claimsOf(TEXTS.slice(0, 1), setting).map(claimLine)).toEqual([
      'grand-total | “收、支预算总数” | approved | amount 9.00万元 | change 1.00万元 | percent 12.50% | increase | both sides | against prior approved | cells 0/2/amount 0/5/amount',
    ]);
  });

  it.each([
    ['nothing is carried over', [summary('0.00', '0.00')], [0, 0, 0, 0]],
    ['a balance came in', [summary('1.00', '0.00')], [null, null, 0, 0]],
    ['a balance goes on', [summary('0.00', '1.00')], [0, 0, null, null]],
    ['there is no summary', [], [null, null, null, null]],
  ])('shares are of the grand total only where it is nothing else: %s', (_, statements, expected) => {
    expect(wholes(statements)).toEqual(expected);
  });
});

describe('“三公”经费支出决算中, in the section behind that of the total', () => {
  const parts =
    '“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0.00万元，占0.00%；公务接待费支出决算1.00万元，占12.50%。';
  const told = '“三公”经费财政拨款支出预算为9.00万元，支出决算为8.00万元。';
  const title = '财政拨款“三公”经费支出决算';

  /** The claims that the shares are of; the last text stands in a section of its own. */
  function shares(...texts: readonly string[]): readonly (number | null)[] {
    const sections = [title, `${title}总体情况说明`, `${title}具体情况说明`].map(
      (heading, id): Section => ({
        id,
        parent: id === 0 ? null : 0,
        level: id === 0 ? 2 : 3,
        number: '',
        title: heading,
        place: { page: 1, box: null },
        paragraphs: [],
      }),
    );
    const prose = [...texts, parts].flatMap((text, index): ProseParagraph[] => {
      const section = sections[index < texts.length ? 1 : 2];
      return section === undefined ? [] : [{ section, index, text, placesAt: () => [] }];
    });
    const context = { reportKind: 'final-accounts', fiscalYear: 2023, statements: [], sections } as const;
    return readClaims(prose, context).flatMap(({ shareOf }) => (shareOf === null ? [] : [shareOf.claim]));
  }

  it.each([
    ['the amount of the same phase', [told], [1, 1]],
    ['told twice: the latest', [told, told], [3, 3]],
    ['two amounts: neither', [told, '“三公”经费财政拨款支出决算为8.50万元。'], [null, null]],
    ['of another phase: none', ['“三公”经费财政拨款支出年初预算为9.00万元。'], [null, null]],
    ['of the year before: none', ['2022年度“三公”经费财政拨款支出决算为8.00万元。'], [null, null]],
  ])('%s', (_, texts, expected) => {
    expect(shares(...texts)).toEqual(expected);
  });
});
