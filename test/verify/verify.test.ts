import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/verify/check.js';
import { verify } from '../../src/verify/verify.js';
import { report, statement } from '../support/statement-factory.js';

const table = statement(
  'expenditure',
  ['total'],
  [
    ['total', '4.00'],
    ['208', '4.00'],
    ['row-2', ''],
  ],
);

describe('verify', () => {
  it('keeps every outcome with both sides, also when it holds', () => {
    const { checks } = verify(report(table));
    expect(checks).toContainEqual({
      check: 'hierarchy/total',
      subject: 'expenditure，合计，total',
      outcome: 'exact',
      measure: 'money',
      left: null,
      right: null,
      leftFen: 4_000_000,
      rightFen: 4_000_000,
      gapFen: 0,
      slackFen: 10_000,
      figures: ['0/0/total', '0/1/total'],
    });
  });

  it('gives every figure a status and does not touch the report it was given', () => {
    const before = report(table);
    const after = verify(before);
    expect(after.statements[0]?.rows.map((row) => row.figures.total?.status)).toEqual([
      'verified',
      'verified',
      'unverified',
    ]);
    expect(before.statements[0]?.rows[0]?.figures.total?.status).toBe('unverified');
  });

  it('keeps the findings of reading first', () => {
    const reading = { check: 'parse/cell', severity: 'warning' as const, message: 'x', places: [], figures: [] };
    expect(verify({ ...report(), findings: [reading] }).findings).toEqual([reading]);
  });

  it('an exception inside one check is an unresolved result and a finding; the others run', () => {
    const broken: Check = {
      id: 'test/broken',
      zh: '坏',
      en: 'broken',
      severity: 'error',
      notApplicable: '',
      identities: () => {
        throw new Error('no such row');
      },
    };
    const sound: Check = { ...broken, id: 'test/sound', identities: () => [] };
    const { checks, findings } = verify(report(table), [broken, sound]);
    expect(checks).toMatchObject([{ check: 'test/broken', outcome: 'unresolved', gapFen: null, figures: [] }]);
    expect(findings).toMatchObject([{ check: 'program/check-failed', severity: 'error' }]);
    expect(findings[0]?.message).toContain('test/broken');
    expect(findings[0]?.message).toContain('no such row');
  });

  it('an empty report has nothing to check and nothing to find', () => {
    expect(verify(report())).toMatchObject({ checks: [], findings: [] });
  });
});
