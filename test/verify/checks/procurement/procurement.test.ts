import { describe, expect, it } from 'vitest';
import type { Claim, ClaimSubject } from '../../../../src/normalize/narrative/claim.js';
import { procurementSme } from '../../../../src/verify/checks/procurement/sme.js';
import { procurementTotal } from '../../../../src/verify/checks/procurement/total.js';
import { aClaim, aQuantity } from '../../../support/narrative-factory.js';
import { findings, outcomes, prose, verdicts } from '../narrative/told.js';

const claim = (subject: ClaimSubject, amount: string | null, share?: string): Claim =>
  aClaim(subject, {
    numbers: {
      ...(amount === null ? {} : { amount: aQuantity(amount) }),
      ...(share === undefined ? {} : { share: aQuantity(share, 'percent') }),
    },
  });

describe('procurement/total', () => {
  it.each([
    [['1446.60', '0.99', '0.00', '1445.61'], 'exact'],
    [['251.25', '4.79', '0', '246.47'], 'rounding'],
    [['251.25', '47.90', '0', '246.47'], 'violation'],
  ] as const)('%j is %s', ([total, goods, works, services], outcome) => {
    const on = prose([
      claim('procurement', total),
      claim('procurement-goods', goods),
      claim('procurement-works', works),
      claim('procurement-services', services),
    ]);
    expect(outcomes(procurementTotal, on)).toEqual([outcome]);
  });

  it('doubts a gap where works are not printed', () => {
    const on = (total: string) =>
      prose([claim('procurement', total), claim('procurement-goods', '268'), claim('procurement-services', '2828.24')]);
    expect(outcomes(procurementTotal, on('3096.24'))).toEqual(['exact']);
    expect(outcomes(procurementTotal, on('3196.24'))).toEqual(['unresolved']);
  });
});

describe('procurement/sme', () => {
  const base = [
    claim('procurement', '1446.60'),
    claim('procurement-goods', '0.99'),
    claim('procurement-services', '1445.61'),
  ];

  it('takes either denominator for 小微', () => {
    const sme = claim('procurement-sme', '33.00', '2.28');
    expect(findings(procurementSme, prose([...base, sme, claim('procurement-micro', '16.50', '50')]))).toEqual([]);
    expect(findings(procurementSme, prose([...base, sme, claim('procurement-micro', '16.50', '1.14')]))).toEqual([]);
    expect(verdicts(procurementSme, prose([...base, sme, claim('procurement-micro', '16.50', '41.1')]))).toEqual([
      'error',
    ]);
  });

  it.each([
    ['more than procurement', [claim('procurement-sme', '1546.60')], 1],
    ['micro more than small and medium', [claim('procurement-sme', '0.99'), claim('procurement-micro', '1.99')], 1],
    [
      'won altogether more than procurement',
      [claim('procurement-sme-won', '1446.00'), claim('procurement-other-sme-won', '4.79')],
      1,
    ],
    ['all in order', [claim('procurement-sme', '0.99', '0.07'), claim('procurement-micro', '0.99', '100')], 0],
  ])('%s', (_, claims, count) => {
    expect(findings(procurementSme, prose([...base, ...claims]))).toHaveLength(count);
  });

  it('recomputes the sum over goods, works and services', () => {
    const on = (goods: string, services: string) =>
      prose([
        ...base,
        claim('procurement-works', '0.00'),
        claim('procurement-sme', '0.99'),
        claim('procurement-sme-goods', null, goods),
        claim('procurement-sme-works', null, '0.00'),
        claim('procurement-sme-services', null, services),
      ]);
    expect(findings(procurementSme, on('100.00', '0.00'))).toEqual([]);
    expect(verdicts(procurementSme, on('100.00', '50.00'))).toEqual(['warning']);
  });

  it('notes more won than reserved', () => {
    const claims = [claim('procurement-reserved-sme', '100.00'), claim('procurement-sme-won', '120.00')];
    expect(verdicts(procurementSme, prose([...base, ...claims]))).toEqual(['note']);
  });
});
