import { expect, it } from 'vitest';
import { failsStrictly } from '../../src/cli/strict.js';

it.each([
  ['violation', 'error', 'totals/revenue', true],
  ['violation', 'warning', 'totals/revenue', true],
  ['violation', 'note', 'totals/revenue', false],
  ['unresolved', 'warning', 'totals/revenue', false],
  ['violation', 'error', 'structure/statement-missing', false],
] as const)('a check with outcome %s and a finding %s of %s: %s', (outcome, severity, check, fails) => {
  expect(failsStrictly([{ check: 'totals/revenue', outcome }], [{ check, severity }])).toBe(fails);
});
