import { expect, it } from 'vitest';
import { formatJson, jsonListPieces } from '../../../src/cli/output/json.js';

it.each([[[]], [[{ a: 1, b: null }]], [[{ a: '一\n二\u2028三' }, { b: [1, { c: 2 }] }, 3]]])(
  'a list in pieces is the same text as the list at once: %j',
  (list) => {
    expect([...jsonListPieces(list)].join('')).toBe(formatJson(list));
  },
);
