import { expect, test } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { storeOf } from '../support/questions.js';
import { aReport } from '../support/report-factory.js';

const named = (name: string | null, overrides = {}) =>
  aReport({ agency: name === null ? null : { name }, ...overrides });

test('reports of the same body, whatever its brackets and blanks, the newest first', () => {
  const store = storeOf(
    named('某市某局（本级）', { fiscalYear: 2022 }),
    named('某市某局', { scope: 'department' }),
    named('某市 某局(本级)', { fiscalYear: 2023, kind: 'budget' }),
    named('某市\u3000某局（本级)', { fiscalYear: 2023 }),
  );
  expect(store.related(1)).toMatchObject([
    { id: 4, fiscalYear: 2023, kind: 'final-accounts', scope: 'unit' },
    { id: 3, fiscalYear: 2023, kind: 'budget' },
  ]);
  expect(store.related(2)).toEqual([]);
});

test('a body of the same name in another region is another body; a region that is not known may be the same', () => {
  const store = storeOf(
    named('教育局'),
    named('教育局', { region: { code: '310107', name: '普陀区' } }),
    named('教育局', { region: null }),
  );
  expect(store.related(1).map(({ id }) => id)).toEqual([3]);
  expect(store.related(3).map(({ id }) => id)).toEqual([2, 1]);
});

test('reports without a name have no relatives; an id that no report has is refused', () => {
  const store = storeOf(named(null), named(null));
  expect(store.related(1)).toEqual([]);
  expect(() => store.related(9)).toThrow(UsageError);
  expect(() => store.report(9)).toThrow(UsageError);
});
