import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/normalize/report.js';
import { ROUNDED, roundingHabit, roundingNotes } from '../../src/verify/rounding.js';
import { verify } from '../../src/verify/verify.js';
import { report, statement, twoSided } from '../support/statement-factory.js';

/** A statement of so many classes, of which the last ones are off by 0.01 in their section. */
function classes(all: number, off: number): Report {
  const rows = Array.from({ length: all }, (_, at) => {
    const code = String(201 + at);
    return [
      [code, '1.00'],
      [`${code}01`, '0.50'],
      [`${code}02`, at < all - off ? '0.50' : '0.51'],
    ] as const;
  });
  return report(statement('expenditure', ['total'], [['total', `${all}.00`], ...rows.flat()]));
}

const notesOf = (one: Report) => verify(one).findings.filter(({ check }) => check === ROUNDED);

describe('rounding/statement', () => {
  it.each([
    ['nearly all is exact', 39, 1, '值得对照原页看一眼'],
    ['more than one in twenty is not', 39, 3, '尾差常见'],
    ['too few identities to tell', 8, 1, '多半是逐个数换算金额单位所致'],
  ])('%s', (_name, all, off, advice) => {
    const notes = notesOf(classes(all, off));
    expect(notes).toMatchObject([{ severity: 'note', diagnosis: 'rounding' }]);
    expect(notes[0]?.message).toContain(`有 ${off} 处`);
    expect(notes[0]?.message).toContain(advice);
  });

  it('is one note for a statement and one for a pair of statements, with the amounts and pages of the largest gap', () => {
    const summary = twoSided(
      'revenue-and-expenditure',
      [],
      ['amount'],
      [
        ['func-208', '4.00'],
        ['func-210', '5.00'],
        ['current-total', '9.01'],
      ],
    );
    const list = statement(
      'expenditure',
      ['total'],
      [
        ['total', '9.01'],
        ['208', '4.01'],
        ['210', '5.00'],
      ],
    );
    const notes = notesOf(report(summary, list));
    expect(notes.map(({ message }) => /有 1 处(两边的数|合计)/.exec(message)?.[1])).toEqual(['合计', '两边的数']);
    expect(notes[1]?.message).toMatch(/func-208.*4\.00（第1页） 与 .*208.*4\.01（第1页）/);
    expect(notes[1]?.figures).toEqual(['0/0/amount', '1/1/total']);
  });

  it('does not count identities of zeros as proof of exactness', () => {
    const zeros = Array.from({ length: 60 }, (_, at) => [String(301 + at), '0.00'] as const);
    const table = statement(
      'expenditure',
      ['total', 'basic'],
      zeros.map(([key, value]) => [key, value, value]),
    );
    const identities = verify(report(table)).checks.filter(({ outcome }) => outcome === 'exact');
    expect(identities.length).toBeGreaterThan(20);
    expect(roundingHabit([])).toBe('unknown');
    expect(roundingNotes(report(table), [])).toEqual([]);
    const mixed = report(table, ...classes(8, 1).statements);
    expect(notesOf(mixed)[0]?.message).not.toContain('值得');
  });

  it('is no note for an amount in 元 that is printed in 万元 elsewhere', () => {
    const yuan = statement('expenditure', ['total'], [['total', '253,349.00']], '元');
    const wan = twoSided('revenue-and-expenditure', [], ['amount'], [['current-total', '25.33']]);
    const { checks } = verify(report(yuan, wan));
    expect(checks.find(({ check }) => check === 'statements/expenditure-total')?.outcome).toBe('rounding');
    expect(notesOf(report(yuan, wan))).toEqual([]);
  });
});
