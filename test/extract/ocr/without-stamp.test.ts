import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greyWithoutStamp } from '../../../src/extract/ocr/without-stamp.js';

type Colour = readonly [number, number, number];

const SIZE = 100;
const PAPER: Colour = [235, 235, 232];
const PRINT: Colour = [40, 40, 42];
const INK: Colour = [200, 60, 70];
/** Red ink over print: what the paper shows is as dark as print, with a tint. */
const INK_OVER_PRINT: Colour = [75, 15, 18];

function inRing(x: number, y: number): boolean {
  const radius = Math.hypot(x - 50, y - 50);
  return radius > 30 && radius < 36;
}

/** Lines of print across the page. */
function inPrint(_: number, y: number): boolean {
  return y % 20 < 3;
}

function bytesOf(channels: 3 | 4, colour: (x: number, y: number) => Colour): Uint8Array {
  const data = new Uint8Array(SIZE * SIZE * channels).fill(255);
  for (let y = 0; y < SIZE; y++) for (let x = 0; x < SIZE; x++) data.set(colour(x, y), (y * SIZE + x) * channels);
  return data;
}

function stamped(x: number, y: number): Colour {
  if (inPrint(x, y)) return inRing(x, y) ? INK_OVER_PRINT : PRINT;
  return inRing(x, y) ? INK : PAPER;
}

describe.each([3, 4] as const)('a picture of %i channels', (channels) => {
  it('with a red ring: paper below the ring is paper, print below it print, all else its red', () => {
    const grey = greyWithoutStamp(bytesOf(channels, stamped), channels, SIZE * SIZE);
    expect(grey).toHaveLength(SIZE * SIZE);
    const seen = { paper: [] as number[], print: [] as number[], freePaper: [] as number[], freePrint: [] as number[] };
    grey.forEach((value, pixel) => {
      const [x, y] = [pixel % SIZE, Math.floor(pixel / SIZE)];
      if (inPrint(x, y)) seen[inRing(x, y) ? 'print' : 'freePrint'].push(value);
      else seen[inRing(x, y) ? 'paper' : 'freePaper'].push(value);
    });
    expect(Math.min(...seen.paper)).toBeGreaterThan(230);
    expect(seen.print.length).toBeGreaterThan(20);
    expect(Math.max(...seen.print)).toBeLessThan(128);
    expect(new Set(seen.freePaper)).toEqual(new Set([PAPER[0]]));
    expect(new Set(seen.freePrint)).toEqual(new Set([PRINT[0]]));
  });

  it('of grey pixels stays as it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (greys) => {
        const data = new Uint8Array(greys.length * channels).fill(255);
        greys.forEach((grey, pixel) => {
          data.set([grey, grey, grey], pixel * channels);
        });
        expect(greyWithoutStamp(data, channels, greys.length)).toEqual(greys);
      }),
    );
  });

  it('that ends early: the rest is paper, and no part of a pixel counts', () => {
    const data = bytesOf(channels, () => PRINT).subarray(0, 5 * channels + 2);
    expect([...greyWithoutStamp(data, channels, 8)]).toEqual([40, 40, 40, 40, 40, 255, 255, 255]);
    expect([...greyWithoutStamp(new Uint8Array(), channels, 2)]).toEqual([255, 255]);
  });

  it('that has more than is asked for: the rest is left out', () => {
    expect([...greyWithoutStamp(bytesOf(channels, stamped), channels, 2)]).toEqual([40, 40]);
  });
});

describe('few reddish pixels', () => {
  /** 2 of 10 000 are a stamp. */
  it.each([
    [0, [PAPER[0]]],
    [1, [INK[0], PAPER[0]]],
    [2, [255, PAPER[0]]],
  ])('%i of ten thousand', (count, greys) => {
    const data = bytesOf(3, (x, y) => (y === 50 && x < count ? INK : PAPER));
    expect(new Set(greyWithoutStamp(data, 3, SIZE * SIZE))).toEqual(new Set(greys));
  });

  it('a brown tint of old paper is none', () => {
    const old: Colour = [230, 205, 175];
    expect(
      new Set(
        greyWithoutStamp(
          bytesOf(3, () => old),
          3,
          SIZE * SIZE,
        ),
      ),
    ).toEqual(new Set([230]));
  });
});
