import { describe, expect, it } from 'vitest';
import type { OcrReading } from '../../src/extract/document.js';
import type { Identity, Term } from '../../src/verify/check.js';
import { evaluate } from '../../src/verify/identity.js';
import { figureStatuses, withStatuses } from '../../src/verify/status.js';
import { figure, report, statement } from '../support/statement-factory.js';

function term(name: string, printed: string): Term {
  return { sign: 1, label: name, path: `0/0/${name}`, figure: figure(printed) };
}

function statusesOf(...identities: readonly Omit<Identity, 'subject' | 'doubt' | 'shape'>[]) {
  const evaluated = identities.map((sides) => {
    const identity: Identity = { subject: '', shape: 'sum', doubt: null, ...sides };
    return { check: 'test/case', identity, evaluation: evaluate(identity) };
  });
  return Object.fromEntries(figureStatuses(evaluated));
}

const [a, b, blank, zero] = [term('a', '3.00'), term('b', '3.00'), term('blank', ''), term('zero', '0.00')];
const nearly = term('nearly', '3.01');
const wrong = term('wrong', '7.00');

describe('figureStatuses', () => {
  it('verifies every figure of an exact identity, zero and blank ones too', () => {
    const exact = statusesOf({ left: [a], right: [b, blank, zero] });
    expect(exact).toEqual({
      '0/0/a': 'verified',
      '0/0/b': 'verified',
      '0/0/blank': 'verified',
      '0/0/zero': 'verified',
    });
  });

  it('gives consistent for rounding, and verified when another identity is exact', () => {
    expect(statusesOf({ left: [nearly], right: [b] })).toEqual({
      '0/0/nearly': 'consistent',
      '0/0/b': 'consistent',
    });
    expect(statusesOf({ left: [nearly], right: [b] }, { left: [a], right: [b] })).toMatchObject({
      '0/0/b': 'verified',
      '0/0/nearly': 'consistent',
    });
  });

  it('disputes every figure of a failing identity, whatever else holds, in any order', () => {
    const fails = { left: [wrong], right: [b] };
    const holds = { left: [a], right: [b] };
    for (const order of [
      [fails, holds],
      [holds, fails],
    ])
      expect(statusesOf(...order)).toEqual({
        '0/0/wrong': 'disputed',
        '0/0/b': 'disputed',
        '0/0/a': 'verified',
      });
  });

  it('disputes a total below its largest part, although the check is unresolved', () => {
    expect(statusesOf({ left: [b], right: [wrong] })).toEqual({ '0/0/b': 'disputed', '0/0/wrong': 'disputed' });
  });

  it('takes nothing from an identity in which a figure cancels out', () => {
    expect(statusesOf({ left: [a, zero], right: [a] })).toEqual({ '0/0/zero': 'verified' });
  });

  it('disputes only those that are to blame, and verifies all where it holds', () => {
    const blames = ['0/0/wrong'];
    expect(statusesOf({ left: [wrong], right: [b], blames })).toEqual({ '0/0/wrong': 'disputed' });
    expect(statusesOf({ left: [a], right: [b], blames: ['0/0/a'] })).toEqual({
      '0/0/a': 'verified',
      '0/0/b': 'verified',
    });
  });

  it.each([
    ['exact', 'verified'],
    ['rounding', 'consistent'],
    ['violation', 'disputed'],
    ['unresolved', undefined],
    ['not-applicable', undefined],
  ] as const)('a judgement that is %s makes those it is about %s', (outcome, status) => {
    const judgement = {
      subject: '',
      outcome,
      measure: 'percent',
      left: '',
      right: '',
      terms: [a, b],
      about: ['0/0/a'],
      diagnosis: null,
      message: '',
    } as const;
    const statuses = figureStatuses([], [judgement]);
    expect(statuses.get('0/0/a')).toBe(status);
    expect(statuses.get('0/0/b')).toBeUndefined();
  });

  it('takes nothing from a blank identity or one with an unreadable figure', () => {
    expect(statusesOf({ left: [blank], right: [blank] })).toEqual({});
    expect(statusesOf({ left: [a], right: [term('torn', '3.?')] })).toEqual({});
  });
});

describe('withStatuses', () => {
  const table = statement('expenditure', ['total'], [['total', '1.00']]);
  const repaired = {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      figures: { total: { ...figure('1.00'), status: 'repaired' as const } },
    })),
  };
  it.each([
    ['verified', 'repaired'],
    ['disputed', 'disputed'],
  ] as const)('a repaired figure that is now %s is %s', (found, kept) => {
    const after = withStatuses(report(repaired), new Map([['0/0/total', found]]));
    expect(after.statements[0]?.rows[0]?.figures.total?.status).toBe(kept);
  });

  it.each<readonly [string, readonly string[], boolean, string]>([
    ['prints zeros', ['0.00', '0.00', '', '1.00'], true, 'unverified'],
    ['leaves empty what is nothing', ['', '', '', '1.00'], true, 'verified'],
    ['does either', ['0.00', '', '1.00', '1.00'], true, 'verified'],
    ['is digital and prints zeros', ['0.00', '0.00', '', '1.00'], false, 'verified'],
  ])('an empty cell of a statement that %s', (_, printed, scanned, expected) => {
    const keys = printed.map((_text, index) => `k${index}`);
    const plain = statement('expenditure', keys, [['total', ...printed]]);
    const read = (text: string): readonly OcrReading[] =>
      text === '' ? [] : [{ engine: 'made-up', text, confidence: 0.9 }];
    const rows = plain.rows.map((row) => ({
      ...row,
      figures: Object.fromEntries(
        Object.entries(row.figures).map(([key, one]) => [
          key,
          scanned ? { ...one, confidence: 0.9, readings: read(one.printed) } : one,
        ]),
      ),
    }));
    const statuses = new Map(keys.map((key) => [`0/0/${key}`, 'verified' as const]));
    const [row] = withStatuses(report({ ...plain, rows }), statuses).statements[0]?.rows ?? [];
    const empty = keys[printed.indexOf('')] ?? '';
    expect(row?.figures[empty]?.status).toBe(expected);
    expect(row?.figures[keys.at(-1) ?? '']?.status).toBe('verified');
  });
});
