import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, gridsOf, linesOutside } from './text-grid-rows-shown.js';

/** Lines of a dump that counts every character as one column. */
const dump = (...lines: string[]): string => ['                       单位：万元', ...lines].join('\n');

describe('the words of a dump', () => {
  const text = dump(
    '编码     名称      合计     经营收入',
    '201    服务支出   2,112.86         6.20',
    '20101  财政事务   1,511.90         1.00',
    '',
    '   河道 清淤，   完成。',
    '                 3',
  );

  it('keeps where they stand on a line, and in the lines of a grid, where columns are aligned; a page number has no place', () => {
    const blocks = blocksOf(text);
    expect(blocks.map((block) => (block.kind === 'line' ? [block.text, block.words] : block.lines?.length))).toEqual([
      ['单位：万元', [{ text: '单位：万元', left: 23, right: 28 }]],
      3,
      [
        '河道 清淤，   完成。',
        [
          { text: '河道', left: 3, right: 5 },
          { text: '清淤，', left: 6, right: 9 },
          { text: '完成。', left: 12, right: 15 },
        ],
      ],
      ['3', undefined],
    ]);
  });

  it('keeps no place where single blanks part the cells', () => {
    const blocks = blocksOf(text.replace(/^ +/gm, '').replace(/ +/g, ' '));
    expect(blocks.every((block) => (block.kind === 'line' ? block.words : block.lines) === undefined)).toBe(true);
  });
});

describe('a dump that aligns columns by blanks', () => {
  it('tells empty cells by position, in a column without any value by its head', () => {
    const text = dump(
      '编码     名称      合计     经营收入     其他收入',
      '201    服务支出   2,112.86                6.20',
      '20101  财政事务   1,511.90                    ',
      '20102  其他         10.00                6.19',
    );
    expect(gridsOf(text)).toEqual([
      [
        '编码 | 名称 | 合计 | 经营收入 | 其他收入',
        '201 | 服务支出 | 2,112.86 |  | 6.20',
        '20101 | 财政事务 | 1,511.90 |  | ',
        '20102 | 其他 | 10.00 |  | 6.19',
      ],
    ]);
  });

  it('joins a name printed above and below its numbers', () => {
    const text = dump(
      '编码     名称           合计      基本',
      '201    服务支出          2.00     2.00',
      '       机关事业单位养老',
      '20101                 1.00     1.00',
      '       保险缴费',
      '20102  其他服务支出        1.00     1.00',
    );
    expect(gridsOf(text)[0]?.slice(-3)).toEqual([
      '201 | 服务支出 | 2.00 | 2.00',
      '20101 | 机关事业单位养老保险缴费 | 1.00 | 1.00',
      '20102 | 其他服务支出 | 1.00 | 1.00',
    ]);
  });

  it('joins numbers that stand on the line above their name', () => {
    const text = dump(
      '编码     名称        合计      基本',
      '                          1.50',
      '201    服务支出      2.00          ',
      '                          0.50',
      '202    外交支出      1.00          ',
    );
    expect(gridsOf(text)[0]?.slice(1)).toEqual(['201 | 服务支出 | 2.00 | 1.50', '202 | 外交支出 | 1.00 | 0.50']);
  });

  it('goes on over a page break with the head repeated, and leaves the page number outside', () => {
    const head = '编码     名称        合计      基本';
    const text = `${dump(head, '201    服务支出      2.00     1.50', '            3')}\f${head}\n202    外交支出                1.00\n`;
    const [grid] = blocksOf(text).filter((block) => block.kind === 'grid');
    expect(grid?.kind === 'grid' && grid.pages).toEqual([1, 2]);
    expect(gridsOf(text)[0]?.at(-1)).toBe('202 | 外交支出 |  | 1.00');
    expect(linesOutside(text)).toEqual(['单位：万元', '3']);
  });

  it('keeps rows of a page whole when nothing tells their columns', () => {
    const text = `${dump('编码     名称        合计      基本', '201    服务支出      2.00     1.50')}\n\f202    外交支出                1.00\n`;
    expect(gridsOf(text)[0]?.at(-1)).toBe('<4>202    外交支出                1.00');
  });

  it('counts wide characters as two where the amounts are aligned so', () => {
    const text = dump(
      '项目                        金额',
      '一、拨款收入                9.50',
      '二、基金预算拨款收入       10.00',
      '三、其他                    0.00',
    );
    expect(gridsOf(text)[0]?.at(-2)).toBe('二、基金预算拨款收入 | 10.00');
  });
});

describe('every grid of a dump', () => {
  const word = fc.constantFrom(
    '一、收入',
    '合计',
    '201',
    '20805',
    '0.00',
    '1,234.50',
    '—',
    '类',
    '单位：万元',
    '注：无。',
    '\f',
    ' ',
    '   ',
    '\t',
  );
  const text = fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 25 });

  it('covers every place exactly once, and every cell has a page', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(' ', '   '), (lines, separator) => {
        for (const block of blocksOf(lines.map((line) => line.join(separator)).join('\n'))) {
          if (block.kind === 'line') continue;
          const covered = new Map<string, number>();
          for (const cell of block.cells) {
            expect(cell.places.length).toBeGreaterThan(0);
            for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
              const place = `${cell.row},${column}`;
              covered.set(place, (covered.get(place) ?? 0) + 1);
            }
          }
          expect(covered.size).toBe(block.rows * block.columns);
          expect([...covered.values()].every((count) => count === 1)).toBe(true);
        }
      }),
    );
  });

  it('loses no character of the dump', () => {
    const letters = (all: string): string => [...all.replace(/[\s|]/g, '')].sort().join('');
    fc.assert(
      fc.property(text, fc.constantFrom(' ', '   '), (lines, separator) => {
        const source = lines.map((line) => line.join(separator)).join('\n');
        const printed = blocksOf(source).flatMap((block) =>
          block.kind === 'line' ? [block.text] : block.cells.map((cell) => cell.text),
        );
        expect(letters(printed.join(''))).toBe(letters(source));
      }),
    );
  });
});
