import { describe, expect, it } from 'vitest';
import { explainCheck } from '../../../src/verify/explain.js';
import { REPAIRED, UNRESOLVED } from '../../../src/verify/repair/findings.js';
import { ROW_LOST } from '../../../src/verify/repair/lost-row.js';

describe('findings of the repair', () => {
  it.each([REPAIRED, UNRESOLVED, ROW_LOST])('%s has a page', (id) => {
    expect(explainCheck(id)?.startsWith(`# ${id}\n`)).toBe(true);
  });
});
