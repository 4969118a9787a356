import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogue, codeFixes, entriesOf, nameForm } from '../../../src/normalize/classify/catalogue.js';
import { codeLevel, parentCode } from '../../../src/normalize/classify/code.js';
import { readSeedTable } from '../../../src/normalize/seeds.js';

const SCHEMES = ['functional', 'department-economic', 'government-economic', 'revenue'] as const;
const row = z.object({ code: z.string(), level: z.string(), parent: z.string() });

describe.each(SCHEMES)('seeds/codes/%s.tsv', (scheme) => {
  it('has the level and parent that follow from the code', () => {
    for (const { code, level, parent } of readSeedTable(`codes/${scheme}.tsv`, row)) {
      expect([code, level, parent]).toEqual([code, codeLevel(scheme, code), parentCode(code) ?? '']);
    }
  });

  it('has no name of a code twice, and no years that run backwards', () => {
    const seen = new Set<string>();
    for (const entry of catalogue(scheme)) {
      const key = `${entry.code} ${nameForm(entry.name)}`;
      expect(seen.has(key) ? `twice: ${key}` : '').toBe('');
      seen.add(key);
      if (entry.validFrom !== null && entry.validTo !== null)
        expect(entry.validFrom).toBeLessThanOrEqual(entry.validTo);
    }
  });
});

describe('seeds/codes/fixes.tsv', () => {
  it('leads to codes that exist, from prints that the catalogue does not explain itself', () => {
    expect(codeFixes().length).toBeGreaterThan(0);
    for (const fix of codeFixes()) {
      const entries = entriesOf(fix.scheme, fix.code);
      expect(entries).not.toEqual([]);
      const explained = entries.some((entry) => nameForm(entry.name) === nameForm(fix.printedName));
      expect(fix.printedCode === fix.code && explained).toBe(false);
    }
  });
});

describe('names of codes', () => {
  it.each([
    ['社会保障和就业支出（类）', '社会保障和就业支出'],
    ['其它行政事业单位养老支出', '其他行政事业单位养老支出'],
    ['公务员事务、管理', '公务员事务管理'],
    ['因公出国（境）费用', '因公出国(境)费用'],
  ])('%s is compared as %s', (name, form) => {
    expect(nameForm(name)).toBe(form);
  });
});
