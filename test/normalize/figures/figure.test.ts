import { describe, expect, it } from 'vitest';
import type { GridCell } from '../../../src/extract/document.js';
import { figureOf } from '../../../src/normalize/figures/figure.js';

const WAN = { text: '万元', fenPerUnit: 1_000_000 };
const PLACES = [{ page: 3, box: { left: 1, top: 2, right: 3, bottom: 4 } }];

function cell(text: string, confidence: number | null = null): GridCell {
  return { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text, places: PLACES, confidence };
}

describe('figureOf', () => {
  it('keeps what is printed, where, and how surely, with the amount', () => {
    expect(figureOf(cell(' 2,568.50 ', 0.9), WAN)).toEqual({
      figure: {
        printed: '2,568.50',
        reading: 'amount',
        amount: { fen: 2_568_500_000, stepFen: 10_000 },
        edits: expect.arrayContaining([expect.objectContaining({ rule: 'thousands-separators' })]),
        places: PLACES,
        confidence: 0.9,
        status: 'unverified',
      },
      reason: null,
    });
  });

  it.each([
    ['', 'blank', null],
    ['　', 'blank', null],
    ['—', 'dash', null],
    ['0.00', 'amount', 0],
    ['5 3.20', 'unreadable', null],
  ])('%j is %s', (text, reading, fen) => {
    const { figure, reason } = figureOf(cell(text), WAN);
    expect([figure.reading, figure.amount?.fen ?? null, reason !== null]).toEqual([
      reading,
      fen,
      reading === 'unreadable',
    ]);
  });
});
