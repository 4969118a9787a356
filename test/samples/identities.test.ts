import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Truth, TruthRow } from '../../samples/make/truth.js';

const load = (name: string): Truth => JSON.parse(readFileSync(`samples/truth/${name}.truth.json`, 'utf8')) as Truth;
const account = load('shenjiang-data-2024-final');
const budget = load('shenjiang-archives-2025-budget');
const lanze2022 = load('lanze-water-2022-final');
const lanzeBudget = load('lanze-water-2023-budget');
const lanze2023 = load('lanze-water-2023-final-planted');

/** A printed value in hundredths of its unit; blank is zero. Independent of the code that made it. */
function hundredths(value: string | null | undefined): number {
  if (value === undefined) throw new Error('expected a value, found no such column');
  return value === null ? 0 : Number(value.replace(/[,.]/g, ''));
}

function rows(truth: Truth, form: string): readonly TruthRow[] {
  const found = truth.statements.find((statement) => statement.form === form);
  if (found === undefined) throw new Error(`expected a statement ${form}, found none`);
  return found.rows;
}

/** The values of the row that answers the description; throws if there is not exactly one. */
function values(truth: Truth, form: string, is: (row: TruthRow) => boolean): number[] {
  const found = rows(truth, form).filter(is);
  if (found.length !== 1) throw new Error(`expected one row in ${form}, found ${found.length}`);
  return (found[0]?.values ?? []).map(hundredths);
}

const labelled =
  (label: string, side: TruthRow['side'] = null) =>
  (row: TruthRow): boolean =>
    row.label === label && row.side === side;
const total = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

const TREES = [
  ...['FA02', 'FA03', 'FA05', 'FA08'].map((form) => ({ truth: account, form })),
  ...['B02', 'B03', 'B05', 'B06'].map((form) => ({ truth: budget, form })),
  ...['FA02', 'FA03', 'FA05'].map((form) => ({ truth: lanze2022, form })),
  ...['FA03', 'FA05'].map((form) => ({ truth: lanze2023, form })),
  ...['B02', 'B03', 'B05', 'B06'].map((form) => ({ truth: lanzeBudget, form })),
];

describe.each(TREES)('$truth.file $form', ({ truth, form }) => {
  test('each class is the sum of its sections, each section of its items, the total of the classes', () => {
    const coded = rows(truth, form).filter(({ code }) => code !== null);
    const parents = [{ code: '', values: rows(truth, form).find(labelled('合计'))?.values ?? [] }, ...coded];
    let checked = 0;
    for (const parent of parents) {
      const length = parent.code === '' ? 3 : (parent.code?.length ?? 0) + 2;
      const children = coded.filter(({ code }) => code?.startsWith(parent.code ?? '-') && code.length === length);
      for (const [column, value] of parent.values.entries()) {
        if (children.length === 0) continue;
        expect(total(children.map((child) => hundredths(child.values[column])))).toBe(hundredths(value));
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(5);
  });
});

describe.each([
  { truth: account, form: 'FA02', parts: [1, 2, 3, 4, 5, 6] },
  { truth: account, form: 'FA03', parts: [1, 2, 3, 4, 5] },
  { truth: account, form: 'FA05', parts: [1, 2] },
  { truth: budget, form: 'B02', parts: [1, 2, 3, 4] },
  { truth: budget, form: 'B03', parts: [1, 2] },
  { truth: budget, form: 'B05', parts: [1, 2] },
  { truth: budget, form: 'B06', parts: [1, 2] },
  { truth: lanze2022, form: 'FA02', parts: [1, 2, 3, 4, 5, 6] },
  { truth: lanze2022, form: 'FA03', parts: [1, 2, 3, 4, 5] },
  { truth: lanze2022, form: 'FA05', parts: [1, 2] },
  { truth: lanzeBudget, form: 'B02', parts: [1, 2, 3, 4, 5, 6] },
  { truth: lanzeBudget, form: 'B03', parts: [1, 2, 3, 4, 5] },
  { truth: lanzeBudget, form: 'B05', parts: [1, 2] },
  { truth: lanzeBudget, form: 'B06', parts: [1, 2] },
  { truth: lanze2023, form: 'FA03', parts: [1, 2, 3, 4, 5] },
  { truth: lanze2023, form: 'FA05', parts: [1, 2] },
])('$truth.file $form', ({ truth, form, parts }) => {
  test('the first column of every row is the sum of its parts', () => {
    for (const { values: printed } of rows(truth, form))
      expect(hundredths(printed[0])).toBe(total(parts.map((column) => hundredths(printed[column]))));
  });
});

describe('the final account', () => {
  const income = (label: string, form = 'FA01'): number => total(values(account, form, labelled(label, 'revenue')));
  const spending = (label: string, form = 'FA01'): number[] => values(account, form, labelled(label, 'expenditure'));

  test('01: income, spending and balances close', () => {
    const incomes = rows(account, 'FA01').filter(
      ({ side, label }) => side === 'revenue' && /^[一二三四五六七八]、/.test(label),
    );
    expect(total(incomes.map((row) => hundredths(row.values[0])))).toBe(income('本年收入合计'));
    expect(income('本年收入合计') + income('使用非财政拨款结余（含专用结余）') + income('年初结转和结余')).toBe(
      income('总计'),
    );
    const classes = rows(account, 'FA01').filter(({ side, label }) => side === 'expenditure' && label.includes('、'));
    expect([total(classes.map((row) => hundredths(row.values[0])))]).toEqual(spending('本年支出合计'));
    expect(total(spending('本年支出合计')) + total(spending('年末结转和结余'))).toBe(total(spending('总计')));
    expect(income('总计')).toBe(total(spending('总计')));
  });

  test('04: every fund closes, and 01, 02, 03, 05, 08 say the same', () => {
    const [all = 0, general = 0, fund = 0] = spending('总计', 'FA04');
    expect(income('总计', 'FA04')).toBe(all);
    expect(general + fund).toBe(all);
    expect([general, fund]).toEqual(
      [1, 2].map(
        (column) =>
          hundredths(rows(account, 'FA04').find(labelled('本年支出合计', 'expenditure'))?.values[column]) +
          hundredths(rows(account, 'FA04').find(labelled('年末财政拨款结转和结余', 'expenditure'))?.values[column]),
      ),
    );
    expect(values(account, 'FA02', labelled('合计')).slice(0, 2)).toEqual([
      income('本年收入合计'),
      income('本年收入合计', 'FA04'),
    ]);
    expect(values(account, 'FA03', labelled('合计'))[0]).toBe(spending('本年支出合计')[0]);
    expect(values(account, 'FA05', labelled('合计'))[0]).toBe(spending('本年支出合计', 'FA04')[1]);
    const [opening = 0, received = 0, spent = 0, , , closing] = values(account, 'FA08', labelled('合计'));
    expect(opening + received - spent).toBe(closing);
    expect(spent).toBe(spending('本年支出合计', 'FA04')[2]);
  });

  test('06: blocks add up to basic expenditure in 05', () => {
    for (const [label, classes] of [
      ['人员经费合计', ['301', '303']],
      ['公用经费合计', ['302', '310']],
    ] as const) {
      const parts = classes.map((code) => total(values(account, 'FA06', (row) => row.code === code)));
      expect(total(parts)).toBe(total(values(account, 'FA06', labelled(label))));
    }
    const blocks = ['人员经费合计', '公用经费合计'].map((label) => total(values(account, 'FA06', labelled(label))));
    expect(total(blocks)).toBe(values(account, 'FA05', labelled('合计'))[1]);
    for (const code of ['301', '302', '303', '310']) {
      const sections = rows(account, 'FA06').filter((row) => row.code?.startsWith(code) && row.code.length === 5);
      expect([total(sections.map((row) => hundredths(row.values[0])))]).toEqual(
        values(account, 'FA06', (row) => row.code === code),
      );
    }
  });

  test('07: totals of budget and final columns; operation and reception repeat 06', () => {
    const [budgeted, final, ...parts] = values(account, 'FA07', () => true);
    const [abroad0 = 0, abroad1 = 0, vehicles0 = 0, vehicles1 = 0, buy0, buy1, run0, run1, guests0 = 0, guests1 = 0] =
      parts;
    expect([abroad0 + vehicles0 + guests0, abroad1 + vehicles1 + guests1]).toEqual([budgeted, final]);
    expect([vehicles0, vehicles1]).toEqual([(buy0 ?? 0) + (run0 ?? 0), (buy1 ?? 0) + (run1 ?? 0)]);
    expect([abroad1, run1, guests1]).toEqual(
      ['30212', '30231', '30217'].map((code) => total(values(account, 'FA06', (row) => row.code === code))),
    );
  });
});

test('the budget: 01, 02, 03, 04, 05, 06 and the ninth table in 万元 agree', () => {
  const [income] = values(budget, 'B01', labelled('收入总计', 'revenue'));
  const [fiscal] = values(budget, 'B01', labelled('一、财政拨款收入', 'revenue'));
  expect(values(budget, 'B01', labelled('支出总计', 'expenditure'))).toEqual([income]);
  expect(values(budget, 'B02', labelled('合计')).slice(0, 2)).toEqual([income, fiscal]);
  expect(values(budget, 'B03', labelled('合计'))[0]).toBe(income);
  expect(values(budget, 'B04', labelled('支出总计', 'expenditure')).slice(0, 2)).toEqual([fiscal, fiscal]);
  const [all, basic] = values(budget, 'B05', labelled('合计'));
  expect(all).toBe(fiscal);
  const [economic, , operating = 0] = values(budget, 'B06', labelled('合计'));
  expect(economic).toBe(basic);
  const [three, , reception = 0, vehicles = 0, , running, ofBody] = values(budget, 'B07', () => true);
  expect(reception + vehicles).toBe(three);
  expect(ofBody).toBe(Math.round(operating / 10_000));
  expect([reception, running]).toEqual(
    ['30217', '30231'].map((code) => (values(budget, 'B06', (row) => row.code === code)[0] ?? 0) / 10_000),
  );
});

describe('the three reports of 兰泽县水务局', () => {
  test.each([lanze2022, lanze2023])('$file: 01 closes, and 04, 05, 06, 08 and 09 repeat it', (truth) => {
    const on = (side: TruthRow['side'], label: string, form = 'FA01'): number[] =>
      values(truth, form, (row) => row.label === label && row.side === side);
    const [income] = on('revenue', '本年收入合计');
    const [spent] = on('expenditure', '本年支出合计');
    const [all] = on('revenue', '总计');
    expect(on('expenditure', '总计')).toEqual([all]);
    expect(total([income ?? 0, ...on('revenue', '年初结转和结余')])).toBe(all);
    expect(total([spent ?? 0, ...on('expenditure', '年末结转和结余')])).toBe(all);
    const classes = rows(truth, 'FA01').filter(({ side, label }) => side === 'expenditure' && label.includes('、'));
    expect(total(classes.map((row) => hundredths(row.values[0])))).toBe(spent);
    expect(values(truth, 'FA02', labelled('合计'))[0]).toBe(income);
    expect(values(truth, 'FA03', labelled('合计'))[0]).toBe(spent);
    const [, general, fund] = on('expenditure', '本年支出合计', 'FA04');
    const [budgeted, basic] = values(truth, 'FA05', labelled('合计'));
    expect(budgeted).toBe(general);
    const blocks = ['人员经费合计', '公用经费合计'].map((label) => total(values(truth, 'FA06', labelled(label))));
    expect(total(blocks)).toBe(basic);
    const [opening = 0, received = 0, used = 0, , , closing] = values(truth, 'FA08', labelled('合计'));
    expect([used, opening + received - used]).toEqual([fund, closing]);
  });

  test('the budget of “三公” and the year before are those of the accounts', () => {
    const upright = rows(lanze2022, 'FA07').map((row) => row.values.map(hundredths));
    const [budgets = [], accounts = []] = [lanzeBudget, lanze2023].map((truth) =>
      values(truth, truth === lanzeBudget ? 'B07' : 'FA07', () => true),
    );
    expect(budgets.slice(0, 6)).toEqual(upright.map(([planned]) => planned));
    expect(budgets.slice(6)).toEqual(accounts.slice(0, 6));
  });

  test('balances go on from year to year, but for the opening balance that is planted', () => {
    const at = (truth: Truth, label: string): number =>
      total(values(truth, 'FA08', labelled('合计')).slice(...(label === 'opening' ? [0, 1] : [5, 6])));
    expect(at(lanze2023, 'opening')).toBe(at(lanze2022, 'closing'));
    const closing = total(values(lanze2022, 'FA01', labelled('年末结转和结余', 'expenditure')));
    const opening = total(values(lanze2023, 'FA01', labelled('年初结转和结余', 'revenue')));
    expect([closing, opening]).toEqual([30_980, 29_180]);
  });
});
