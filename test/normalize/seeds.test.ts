import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseSeedJson, parseSeedTable, readSeedTable, SeedError } from '../../src/normalize/seeds.js';

const row = z.object({ code: z.string().regex(/^\d+$/, 'digits'), name: z.string() });

describe('seed tables', () => {
  it('gives every value as a string, blank cells as empty strings', () => {
    expect(parseSeedTable('seeds/x.tsv', '\uFEFFcode\tname\r\n0102\t\r\n', row)).toEqual([{ code: '0102', name: '' }]);
  });

  it.each([
    ['', /seeds\/x\.tsv, line 1: expected a line of column names/],
    ['code\tname\n1\ta\n2\n', /seeds\/x\.tsv, line 3: expected 2 cells \(code, name\), found 1 cells/],
    ['code\tname\n1\ta\n\n3\tc\n', /line 3: expected 2 cells/],
    ['code\tname\n1\ta\nA2\tb\n', /line 3, column "code": expected digits, found "A2"/],
    ['code\ttitle\n1\ta\n', /line 2, column "name": expected .*string.*, found columns code, title/],
  ])('names file, line, column, expected and found (%j)', (text, message) => {
    expect(() => parseSeedTable('seeds/x.tsv', text, row)).toThrow(SeedError);
    expect(() => parseSeedTable('seeds/x.tsv', text, row)).toThrow(message);
  });

  it.each([
    ['what a column makes of its text', z.object({ year: z.string().transform(Number) }), [{ year: 7 }, { year: 7 }]],
    [
      'a column that may be absent',
      z.object({ year: z.string(), note: z.string().optional() }),
      [{ year: '7' }, { year: '7' }],
    ],
    ['a column that nobody asked for', z.object({}), [{}, {}]],
    ['a default', z.object({ note: z.string().default('-') }), [{ note: '-' }, { note: '-' }]],
    ['a row made of several columns', z.object({ year: z.string() }).transform(({ year }) => year), ['7', '7']],
  ])('reads each row as the schema does: %s', (_, schema: z.ZodType<unknown>, rows) => {
    expect(parseSeedTable('seeds/x.tsv', 'year\n7\n7\n', schema)).toStrictEqual(rows);
  });

  it.each([
    [
      'a rule over columns',
      z
        .object({ from: z.string(), to: z.string() })
        .refine(({ from, to }) => from <= to, { path: ['to'], message: 'a later year' }),
      /line 3, column "to": expected a later year, found "1"/,
    ],
    ['no other columns', z.strictObject({ from: z.string() }), /line 2, column "": expected .*"to"/],
    [
      'a text that was right in another column',
      z.object({ from: z.string(), to: z.literal('2') }),
      /line 3, column "to": expected .*"2", found "1"/,
    ],
  ])('refuses what the schema refuses: %s', (_, schema: z.ZodType<unknown>, message) => {
    expect(() => parseSeedTable('seeds/x.tsv', 'from\tto\n1\t2\n2\t1\n', schema)).toThrow(message);
  });

  it('finds the seeds folder of the package and reads a file once', () => {
    const first = readSeedTable('codes/functional.tsv', row);
    expect(first.length).toBeGreaterThan(2000);
    expect(readSeedTable('codes/functional.tsv', row)).toBe(first);
  });

  it('names a missing file', () => {
    expect(() => readSeedTable('codes/no-such.tsv', row)).toThrow(
      /seeds\/codes\/no-such\.tsv: expected a readable file/,
    );
  });
});

describe('seed documents', () => {
  const schema = z.object({ forms: z.array(z.object({ kind: z.string() })) });

  it('checks the content', () => {
    expect(parseSeedJson('seeds/x.json', '{"forms":[{"kind":"a"}]}', schema)).toEqual({ forms: [{ kind: 'a' }] });
  });

  it('names the path of a wrong value', () => {
    expect(() => parseSeedJson('seeds/x.json', '{"forms":[{"kind":7}]}', schema)).toThrow(
      /seeds\/x\.json, at \/forms\/0\/kind: expected .*string.*, found 7/,
    );
  });

  it('quotes broken JSON', () => {
    expect(() => parseSeedJson('seeds/x.json', '{"forms": [}', schema)).toThrow(
      /seeds\/x\.json: expected JSON, found .*}/,
    );
  });
});
