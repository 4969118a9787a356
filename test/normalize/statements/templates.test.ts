import { describe, expect, it } from 'vitest';
import {
  columnTemplates,
  matchesAny,
  rowTemplates,
  slug,
  statementTemplates,
} from '../../../src/normalize/statements/templates.js';

describe('a key of a column or row', () => {
  it.each(['amount', 'vehicle-purchase-executed', 'func-208', 'level-2'])('may be %s', (key) => {
    expect(slug.safeParse(key).success).toBe(true);
  });

  it.each(['1', '2080505', '007', '2024-executed', '', 'Total', 'a b', 'a--b', '合计'])('must not be %j', (key) => {
    expect(slug.safeParse(key).success).toBe(false);
  });

  it('keeps the printed order of the figures, which whole numbers would not', () => {
    const { kinds } = statementTemplates();
    const orders = kinds.flatMap((kind) => Object.values(kind.orders).flat());
    expect(orders.length).toBeGreaterThan(20);
    for (const order of orders)
      expect(Object.keys(Object.fromEntries(order.map((key) => [key, true])))).toEqual([...order]);
  });
});

describe('the seeds', () => {
  it('has one template for each kind, whose own name is one of its titles', () => {
    const { kinds } = statementTemplates();
    expect(new Set(kinds.map(({ kind }) => kind)).size).toBe(kinds.length);
    for (const { name, titles } of kinds)
      expect([name, matchesAny(titles, name.replace(/[“”]|（.*）$/gu, ''))]).toEqual([name, true]);
  });

  it('has no title that two kinds claim', () => {
    const { kinds } = statementTemplates();
    for (const { name } of kinds) {
      const plain = name.replace(/[“”]|（.*）$/gu, '');
      expect(kinds.filter(({ titles }) => matchesAny(titles, plain)).map((kind) => kind.name)).toEqual([name]);
    }
  });

  it('orders no key twice, and signs only with keys that some column rule or order gives', () => {
    const { kinds } = statementTemplates();
    const phases = ['approved', 'adjusted', 'executed'];
    const known = new Set(['amount', ...phases, ...columnTemplates().keys.map(({ key }) => key)]);
    const base = (key: string): string =>
      key.replace(/^(revenue|expenditure)\./, '').replace(/-(approved|adjusted|executed)$/, '');
    for (const kind of kinds) {
      for (const order of Object.values(kind.orders).flat()) {
        expect(new Set(order).size).toBe(order.length);
        expect(order.filter((key) => !known.has(base(key)))).toEqual([]);
      }
      expect(kind.signatures.flat().filter((key) => !known.has(base(key)))).toEqual([]);
      expect(Object.keys(kind.orders).every((panel) => (panel === '') !== kind.sided)).toBe(true);
    }
  });

  it('names every total that it counts as a total row', () => {
    const { totals, rows } = rowTemplates();
    for (const total of totals.filter((word) => word !== '小计'))
      expect([total, rows.some(({ label }) => label.test(total))]).toEqual([total, true]);
  });
});
