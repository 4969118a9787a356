import { describe, expect, it } from 'vitest';
import { PAIR_CHECKS } from '../../../src/verify/between/compare.js';
import { explainCheck } from '../../../src/verify/explain.js';

describe('pages of the checks between reports', () => {
  it.each(PAIR_CHECKS.map((check) => [check.id, check] as const))('%s has a page with its identity', (id, check) => {
    const page = explainCheck(id) ?? '';
    expect(page.startsWith(`# ${id}\n`)).toBe(true);
    expect(page).toContain(`> ${check.zh}\n`);
    expect(page).toContain(`> ${check.en}\n`);
  });
});
