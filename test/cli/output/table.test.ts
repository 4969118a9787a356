import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { formatTable } from '../../../src/cli/output/table.js';

describe('formatTable', () => {
  it('aligns East Asian wide characters with narrow ones', () => {
    const columns = [
      { header: 'name', align: 'left' },
      { header: 'n', align: 'right' },
    ] as const;
    expect(
      formatTable(columns, [
        ['支出决算表', '1'],
        ['ab', '1000'],
      ]),
    ).toBe('name           n\n----------  ----\n支出决算表     1\nab          1000\n');
  });

  it('keeps a row on one line', () => {
    expect(formatTable([{ header: 'x', align: 'left' }], [['a\r\nb\tc']])).toBe('x\n-----\na b c\n');
  });

  it('gives every row the same width, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '决', '（', '1', '。', '¥') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const table = formatTable(
          [
            { header: 'a', align: 'left' },
            { header: 'b', align: 'right' },
          ],
          // a last cell that is never blank, for blanks at the end of a line are cut
          rows.map(([left, right]) => [left, `${right}.`]),
        );
        const widths = table
          .trimEnd()
          .split('\n')
          .map((line) => stringWidth(line));
        expect(new Set(widths).size).toBe(1);
      }),
    );
  });
});
