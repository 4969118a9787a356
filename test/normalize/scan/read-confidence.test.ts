import { beforeAll, describe, expect, it } from 'vitest';
import type { Page, TextRun } from '../../../src/extract/document.js';
import type { Box } from '../../../src/extract/place.js';
import type { Quantity } from '../../../src/normalize/printed.js';
import { factPath, type QuantityHolder, quantitiesOf } from '../../../src/normalize/quantities.js';
import { withReadConfidence } from '../../../src/normalize/scan/read-confidence.js';
import { readReport } from '../../../src/pipeline.js';

const ocr = { engine: 'made', model: 'made', dpi: 200, turn: 0, skew: 0, lowQuality: false } as const;
const NUMBER: Box = { left: 100, top: 200, right: 130, bottom: 210 };

let one: Quantity;
beforeAll(async () => {
  const report = await readReport('samples/quanzhou-bigdata-2023-final-rebuilt.pdf');
  const [, first] = quantitiesOf(report)[0] ?? [];
  if (first === undefined) throw new Error('the sample has no quantity');
  one = first;
});

function page(runs: readonly (readonly [box: Box, confidence: number | null])[], isScanned = true): Page {
  const texts = runs.map(([box, confidence]): TextRun => ({ text: '5', box, origin: 'ocr', confidence }));
  const common = {
    number: 1,
    width: 600,
    height: 800,
    condition: 'read',
    reason: null,
    runs: texts,
    rules: [],
  } as const;
  return isScanned ? { ...common, ocr } : common;
}

/** The confidence of a number at these boxes of page 1, as the only fact of a report. */
function confidence(on: Page, ...boxes: readonly (Box | null)[]): number | null | undefined {
  const value: Quantity = { ...one, confidence: null, places: boxes.map((box) => ({ page: 1, box })) };
  const fact = { kind: 'activity', subject: '', label: '', value, text: '', date: null, section: 0, places: [] };
  const holder = { claims: [], evaluations: [], facts: [fact] } as unknown as QuantityHolder;
  const [found] = quantitiesOf(withReadConfidence(holder, [on]));
  expect(found?.[0]).toBe(factPath(0));
  return found?.[1].confidence;
}

const LINE: Box = { left: 50, top: 198, right: 500, bottom: 212 };
const NEXT_LINE: Box = { left: 50, top: 208, right: 500, bottom: 226 };

describe('a number of the prose of a scan', () => {
  it.each<[string, readonly (readonly [Box, number | null])[], readonly (Box | null)[], number]>([
    ['has the confidence of the line that it stands in', [[LINE, 0.8]], [NUMBER], 0.8],
    [
      'not that of a line that only touches it',
      [
        [LINE, 0.8],
        [NEXT_LINE, 0.1],
      ],
      [NUMBER],
      0.8,
    ],
    [
      'has the least of several runs',
      [
        [{ ...LINE, right: 110 }, 0.9],
        [{ ...LINE, left: 111 }, 0.4],
      ],
      [LINE],
      0.4,
    ],
    [
      'has the least of its places',
      [
        [LINE, 0.8],
        [NEXT_LINE, 0.7],
      ],
      [NUMBER, { ...NEXT_LINE, left: 400 }],
      0.7,
    ],
    ['has none to speak of where no run stands', [[LINE, 0.8]], [{ ...NUMBER, top: 500, bottom: 510 }], 0],
    ['nor where its box is not known', [[LINE, 0.8]], [null], 0],
    ['nor where the engine gave none', [[LINE, null]], [NUMBER], 0],
  ])('%s', (_, runs, boxes, expected) => {
    expect(confidence(page(runs), ...boxes)).toBe(expected);
  });

  it('of a text layer has none', () => {
    expect(confidence(page([[LINE, 0.8]], false), NUMBER)).toBeNull();
  });
});
