import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsIn, sameCounted } from '../../../src/normalize/narrative/counted.js';
import { normalize } from '../../../src/normalize/normalize.js';
import type { Report } from '../../../src/normalize/report.js';
import { extract } from '../../../src/pipeline.js';
import { factsOf } from '../../support/facts-of.js';

/** The samples are free to publish: one report as a text dump, and laid out again as a PDF. */
const DUMP = 'samples/quanzhou-bigdata-2023-final.txt';
const PDF = 'samples/quanzhou-bigdata-2023-final-rebuilt.pdf';

/** A fact as a line; places are left out, since the dump has pages only. Blanks of a text depend on where its lines break. */
function lines({ facts }: Report): readonly string[] {
  return facts.map(({ kind, subject, label, value, text, date }) => {
    const number =
      value === null ? '' : ` = ${value.printed}${value.unit} (${value.measure} ${value.value}, ${value.step})`;
    const said = text.length > 60 ? `${text.slice(0, 40)} … ${text.slice(-16)}` : text;
    return `${kind} [${subject ?? ''}] ${label}${number}${date === null ? '' : ` @${date}`} | ${said}`;
  });
}

describe('the facts of the Quanzhou report', async () => {
  const dump = normalize(await extract(DUMP));
  const pdf = normalize(await extract(PDF));

  it('of the dump', async () => {
    await expect(`${lines(dump).join('\n')}\n`).toMatchFileSnapshot('../../golden/quanzhou-facts.txt');
  });

  it('of the PDF are the same, but for the number of staff, which it does not print', () => {
    expect(lines(pdf)).toEqual(lines(dump).filter((line) => !line.startsWith('staff [')));
  });

  it('every number has a box of its digits on the page where it stands', () => {
    const numbers = pdf.facts.flatMap(({ value }) => (value === null ? [] : [value]));
    expect(numbers).toHaveLength(58);
    for (const { places, printed } of numbers) {
      const [place, ...more] = places;
      expect(more, printed).toEqual([]);
      const [page, box] = [pdf.source.pages[(place?.page ?? 0) - 1], place?.box];
      const width = (box?.right ?? 0) - (box?.left ?? 0);
      expect(width, printed).toBeGreaterThan(3);
      expect(width, printed).toBeLessThan(16 * printed.length);
      expect(box?.right, printed).toBeLessThan(page?.width ?? 0);
    }
  });

  it('the self-evaluation tells other numbers of websites and accounts than the work summary', () => {
    const told = dump.facts.flatMap(({ kind, label }) => (kind === 'activity' ? countsIn(label) : []));
    const evaluated = dump.evaluations.flatMap(({ indicators }) =>
      indicators.flatMap(({ level3 }) => countsIn(level3)),
    );
    const pairs = told.flatMap((one) =>
      evaluated
        .filter((other) => sameCounted(one, other))
        .map((other) => [one.noun, one.value / 10_000, other.value / 10_000]),
    );
    const different = pairs.filter(([, one, other]) => one !== other);
    expect(different).toEqual([
      ['市直单位网站', 32, 34],
      ['网站', 63, 62],
      ['后台发布账号', 891, 775],
    ]);
  });
});

describe('any prose', () => {
  const word = fc.constantFrom(
    ...[
      '共',
      '共计',
      '共有',
      '有',
      '无',
      '没有',
      '财政',
      '拨款',
      '财政拨款',
      '预算',
      '政府性基金',
      '“三公”经费',
      '支出',
      '和',
      '的',
      '车辆',
      '用车',
      '辆',
    ],
    ...[
      '团组',
      '批次',
      '人次',
      '个',
      '项目',
      '绩效',
      '自评',
      '为优',
      '设备',
      '单价100万元以上',
      '（',
      '）',
      '，',
      '。',
      '：',
      '1.',
      '（一）',
      '3',
      '二十',
      '0',
    ],
    ...[
      '编制范围',
      '单位',
      '内设机构',
      '包括',
      '序号 单位名称',
      '某局',
      '截至2023年13月1日',
      '较上年',
      '新增',
      '人',
      '\n',
      '　',
    ],
  );
  const text = fc.oneof(
    fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
    // The same words again and again: a pattern with two ways to read them would not end.
    fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 2 }), fc.integer({ min: 40, max: 200 }))
      .map(([words, times]) => words.join('').repeat(times)),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  );
  const title = fc.constantFrom(
    '主要职责',
    '机构设置',
    '“三公”经费情况',
    '绩效情况',
    '国有资产占用',
    '名词解释',
    '工作总结',
    '其他',
  );

  it('is read to its end; every number stands in its text, and none is made up', () => {
    fc.assert(
      fc.property(title, text, (heading, paragraph) => {
        for (const { value, section, places } of factsOf([[heading, paragraph]])) {
          expect(section).toBe(0);
          expect(places.length).toBeGreaterThan(0);
          if (value === null) continue;
          expect(paragraph.replace(/\s/g, '')).toContain(value.printed);
          if (value.value !== null && /^\d+$/.test(value.printed))
            expect(value.value).toBe(Number(value.printed) * 10_000);
        }
      }),
    );
  });
});
