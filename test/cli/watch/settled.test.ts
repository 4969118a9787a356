import { describe, expect, test } from 'vitest';
import { again, type SeenDocument, settle, type Watched } from '../../../src/cli/watch/settled.js';

const seen = (size: number, modified = 1, obstacle: string | null = null): readonly SeenDocument[] => [
  { file: 'a.pdf', size, modified, obstacle },
];

/** Looks at these times, settling after 10; what is handed over at each. */
function looks(steps: readonly (readonly [now: number, documents: readonly SeenDocument[]])[]): readonly number[] {
  let watched: Watched = new Map();
  return steps.flatMap(([now, documents]) => {
    const look = settle(watched, documents, now, 10);
    watched = look.watched;
    return look.settled.length > 0 ? [now] : [];
  });
}

describe('a document is handed over', () => {
  test.each([
    ['not at the first look, however old it is', [[0, seen(5)]], []],
    [
      'after it did not change for the settling time, once',
      [
        [0, seen(5)],
        [9, seen(5)],
        [10, seen(5)],
        [20, seen(5)],
      ],
      [10],
    ],
    [
      'later when it grows',
      [
        [0, seen(5)],
        [6, seen(8)],
        [12, seen(8)],
        [16, seen(8)],
      ],
      [16],
    ],
    [
      'later when its time changes alone',
      [
        [0, seen(5, 1)],
        [6, seen(5, 2)],
        [12, seen(5, 2)],
        [16, seen(5, 2)],
      ],
      [16],
    ],
    [
      'again when it changes afterwards',
      [
        [0, seen(5)],
        [10, seen(5)],
        [20, seen(6)],
        [30, seen(6)],
      ],
      [10, 30],
    ],
    [
      'only when nothing speaks against it any more',
      [
        [0, seen(5)],
        [10, seen(5, 1, 'x')],
        [12, seen(5)],
        [20, seen(5)],
        [22, seen(5)],
      ],
      [20],
    ],
    [
      'anew when it was away',
      [
        [0, seen(5)],
        [10, seen(5)],
        [20, []],
        [30, seen(5)],
        [40, seen(5)],
      ],
      [10, 40],
    ],
    [
      'though the clock was put back',
      [
        [100, seen(5)],
        [20, seen(5)],
        [30, seen(5)],
      ],
      [30],
    ],
  ] as const)('%s', (_, steps, expected) => {
    expect(looks(steps)).toEqual(expected);
  });

  test('again after a while when it failed for a reason that may pass', () => {
    const first = settle(settle(new Map(), seen(5), 0, 10).watched, seen(5), 10, 10);
    const watched = again(first.watched, ['a.pdf'], 100);
    expect(settle(watched, seen(5), 99, 10)).toMatchObject({ settled: [], waiting: [{ notBefore: 100 }] });
    expect(settle(watched, seen(5), 100, 10)).toMatchObject({ settled: ['a.pdf'], waiting: [] });
    expect(settle(watched, seen(6), 50, 10).watched.get('a.pdf')).toMatchObject({ notBefore: 0, since: 50 });
  });
});
