import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid, GridCell } from '../../../src/extract/document.js';
import { boxAround } from '../../../src/extract/place.js';
import type { Figure, Statement } from '../../../src/normalize/report.js';
import { readStatement } from '../../../src/normalize/statements/statement.js';
import { statementTemplates } from '../../../src/normalize/statements/templates.js';
import { gridOf } from '../../support/grid-factory.js';

const { kinds } = statementTemplates();
const heads = {
  code: fc.constantFrom('科目编码', '类', ''),
  label: fc.constantFrom('科目名称', '项目', ''),
  number: fc.constantFrom('行次'),
  value: fc.constantFrom('合计', '小计', '基本支出', '项目支出', '决算数', '财政拨款收入', '公务接待费', '涉密', ''),
};
type Role = keyof typeof heads;
const label = fc.constantFrom(
  '教育支出',
  '一、外交支出',
  '年初结转和结余',
  '合计',
  '本年支出合计',
  '（一）基本支出',
  '',
);
const code = fc.constantFrom('205', '20502', '2050201', '301', '7', '');
const value = fc.constantFrom(
  '0.00',
  '9.50',
  '1,234.50',
  '12',
  '700',
  '-3.00',
  '—',
  '8.0.0',
  '5 3.20',
  '',
  '',
  '<',
  '^',
);
const column = fc.constantFrom<Role>('code', 'label', 'number', 'value', 'value', 'value');

/** A form of one to three blocks: heads on one or two levels, then rows of codes, labels, line numbers and values, some spanning. */
const drawing = fc
  .record({
    columns: fc.array(column, { minLength: 2, maxLength: 9 }),
    rows: fc.integer({ min: 1, max: 8 }),
    levels: fc.integer({ min: 1, max: 2 }),
  })
  .chain(({ columns, rows, levels }) =>
    fc.tuple(
      fc.array(fc.tuple(...columns.map((role) => heads[role])), { minLength: levels, maxLength: levels }),
      fc.array(fc.tuple(...columns.map((role, at) => cellsFor(role, columns[at - 1]))), {
        minLength: rows,
        maxLength: rows,
      }),
    ),
  )
  .map(([levels, rows]) => drawn(levels, rows));

/** `left`: the role of the column on the left. A label may cover values only where it heads a group (rows.test.ts). */
function cellsFor(role: Role, left: Role | undefined): fc.Arbitrary<string> {
  if (role === 'code') return code;
  if (role === 'label') return label;
  if (role === 'number') return fc.constantFrom('1', '2', '3', '');
  return left === 'value' ? value : value.filter((text) => text !== '<');
}

/** Spans only where they make rectangles: `^` not in the first row of data nor above or beside another span. */
function drawn(levels: readonly (readonly string[])[], rows: readonly (readonly string[])[]): string {
  const body = rows.map((cells) => [...cells]);
  const covers = (text: string | undefined): boolean => text === '<' || text === '^';
  body.forEach((cells, row) => {
    cells.forEach((text, at) => {
      const near = [
        cells[at - 1],
        cells[at + 1],
        body[row - 1]?.[at - 1],
        body[row - 1]?.[at],
        body[row - 1]?.[at + 1],
        body[row + 1]?.[at],
        body[row + 1]?.[at + 1],
      ];
      if (covers(text) && (near.some(covers) || (text === '^' && row === 0))) cells[at] = '0.00';
    });
  });
  return [...levels, ...body].map((cells) => cells.join(' | ')).join('\n');
}

function read(grid: Grid, kind: (typeof kinds)[number]): Statement {
  const unit = { text: '万元', fenPerUnit: 1_000_000 };
  const table = { grid, title: kind.name, template: kind, unit, notes: [] };
  return readStatement(table, 0, { reportKind: 'final-accounts', fiscalYear: 2024, defaultUnit: null }).statement;
}

const placeOf = (cell: { readonly places: GridCell['places'] }): string =>
  JSON.stringify(boxAround(cell.places.flatMap(({ box }) => box ?? [])));

/** How often each place of the grid is the place of a figure that prints something. */
function printedAt(statement: Statement): Map<string, Figure[]> {
  const printed = new Map<string, Figure[]>();
  for (const row of statement.rows)
    for (const figure of Object.values(row.figures))
      if (figure.printed !== '') printed.set(placeOf(figure), [...(printed.get(placeOf(figure)) ?? []), figure]);
  return printed;
}

describe('whatever grid goes in', () => {
  it('nothing printed vanishes: a value stands in exactly one figure, or in a label, a code, a head or a line number', () => {
    fc.assert(
      fc.property(drawing, fc.constantFrom(...kinds), (text, kind) => {
        const grid = gridOf(text);
        const statement = read(grid, kind);
        const printed = printedAt(statement);
        const words = [
          ...statement.rows.flatMap(({ label, code }) => [label, code?.printed ?? '']),
          ...statement.notes,
          ...statement.cells.map((cell) => cell.text),
        ].join('\n');
        const numbered = grid.cells.filter((cell) => cell.text === '行次').map((cell) => cell.column);
        for (const cell of grid.cells.filter((cell) => /\d/.test(cell.text))) {
          const figures = printed.get(placeOf(cell)) ?? [];
          expect(figures.length, `${cell.text} in\n${text}`).toBeLessThanOrEqual(1);
          if (figures[0]) expect(figures[0].printed).toBe(cell.text);
          const lineNumber = /^[123]$/.test(cell.text) || numbered.includes(cell.column);
          if (figures.length === 0 && !lineNumber)
            expect(words.includes(cell.text), `${cell.text} in\n${text}`).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('every row has one figure for every column of its panel, in printed order', () => {
    fc.assert(
      fc.property(drawing, fc.constantFrom(...kinds), (text, kind) => {
        const statement = read(gridOf(text), kind);
        for (const { panel, figures } of statement.rows) {
          const keys = statement.columns.filter((column) => column.panel === panel).map(({ key }) => key);
          expect(Object.keys(figures).filter((key) => !keys.includes(key))).toEqual([]);
          expect(Object.keys(figures).length).toBeGreaterThan(0);
        }
        const ids = statement.rows.map(({ panel, key }) => `${panel}/${key}`);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('a blank or unread cell is no amount', () => {
    fc.assert(
      fc.property(drawing, fc.constantFrom(...kinds), (text, kind) => {
        for (const { figures } of read(gridOf(text), kind).rows)
          for (const { printed, reading, amount } of Object.values(figures))
            expect(amount !== null, printed).toBe(reading === 'amount' && /\d/.test(printed));
      }),
    );
  });
});
