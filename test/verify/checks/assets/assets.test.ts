import { describe, expect, it } from 'vitest';
import { assetsDate } from '../../../../src/verify/checks/assets/date.js';
import { assetsVehicles, assetsVehiclesKept } from '../../../../src/verify/checks/assets/vehicles.js';
import { aFact, aQuantity } from '../../../support/narrative-factory.js';
import { outcomes, prose, verdicts } from '../narrative/told.js';

const count = (kind: Parameters<typeof aFact>[0], printed: string) =>
  aFact(kind, { value: aQuantity(printed, 'count') });

describe('assets/vehicles', () => {
  it('adds up the kinds after each total', () => {
    const held = [count('vehicles', '7'), count('vehicles-of-kind', '0'), count('vehicles-of-kind', '7')];
    const planned = [
      count('vehicles-planned', '1'),
      count('vehicles-planned-of-kind', '0'),
      count('vehicles-planned-of-kind', '0'),
    ];
    expect(outcomes(assetsVehicles, prose([], { facts: [...held, ...planned] }))).toEqual(['exact', 'violation']);
  });

  it('does not add an excerpt', () => {
    expect(
      outcomes(assetsVehicles, prose([], { facts: [count('vehicles', '7'), count('vehicles-of-kind', '2')] })),
    ).toEqual([]);
  });
});

describe('assets/vehicles-kept', () => {
  it.each([
    ['2', '7', []],
    ['7', '2', ['note']],
  ])('%s of %s', (kept, all, expected) => {
    const facts = [count('vehicles-kept', kept), count('vehicles', all)];
    expect(verdicts(assetsVehiclesKept, prose([], { facts }))).toEqual(expected);
  });
});

describe('assets/date', () => {
  it.each([
    ['final-accounts', '2023-12-31', []],
    ['final-accounts', '2022-12-31', ['error stale-year']],
    ['final-accounts', '2023-08-31', ['note']],
    ['budget', '2022-12-31', []],
    ['budget', '2022-08-31', []],
    ['budget', '2020-12-31', ['error stale-year']],
  ] as const)('%s, %s', (kind, date, expected) => {
    expect(verdicts(assetsDate, prose([], { kind, facts: [aFact('assets-date', { date })] }))).toEqual(expected);
  });
});
