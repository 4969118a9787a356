import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/normalize/report.js';
import { relate } from '../../../src/verify/between/relate.js';
import { aReport } from '../../support/report-factory.js';

const year = (fiscalYear: number, overrides: Partial<Report> = {}) => aReport({ fiscalYear, ...overrides });

describe('relate', () => {
  it.each<[string, Report, Report, string]>([
    ['two years in a row', year(2022), year(2023), 'year-chain'],
    ['budgets of two years in a row', year(2022, { kind: 'budget' }), year(2023, { kind: 'budget' }), 'year-chain'],
    ['budget and accounts of one year', year(2023, { kind: 'budget' }), year(2023), 'budget-and-accounts'],
    [
      'brackets of another width',
      year(2022, { agency: { name: '示例局（本级）' } }),
      year(2023, { agency: { name: '示例局(本级)' } }),
      'year-chain',
    ],
    ['a year between them', year(2021), year(2023), 'unrelated'],
    ['the same year twice', year(2023), year(2023), 'unrelated'],
    ['budget and accounts of other years', year(2024, { kind: 'budget' }), year(2023), 'unrelated'],
    ['another body', year(2022, { agency: { name: '示例局' } }), year(2023), 'unrelated'],
    ['the department and the unit that leads it', year(2022, { scope: 'department' }), year(2023), 'unrelated'],
    [
      'bodies of one name in two places',
      year(2022, { region: { code: '350300', name: '莆田市' } }),
      year(2023),
      'unrelated',
    ],
    ['no body', year(2022, { agency: null }), year(2023), 'unrelated'],
    ['no year', year(2022, { fiscalYear: null }), year(2023), 'unrelated'],
    ['no kind', year(2022, { kind: null }), year(2023), 'unrelated'],
  ])('%s', (_, one, other, kind) => {
    expect(relate(one, other).kind).toBe(kind);
    expect(relate(other, one).kind).toBe(kind);
  });

  it('puts the earlier document first, whichever is given first', () => {
    for (const pair of [relate(year(2023), year(2022)), relate(year(2022), year(2023))])
      expect(pair).toMatchObject({ earlier: { fiscalYear: 2022 }, later: { fiscalYear: 2023 }, doubt: null });
    expect(relate(year(2023), year(2023, { kind: 'budget' }))).toMatchObject({ earlier: { kind: 'budget' } });
  });

  it('doubts where a scope is not known', () => {
    expect(relate(year(2022, { scope: null }), year(2023))).toMatchObject({ doubt: expect.stringContaining('口径') });
  });
});
