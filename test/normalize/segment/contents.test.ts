import { describe, expect, it } from 'vitest';
import { contentsEntries, contentsLines } from '../../../src/normalize/segment/contents.js';
import { dump, texts } from './lines.js';

/** Every list below ends before the body, whose first line is 第一部分 or 一、 again, or 正文. */
function bodyAfter(text: string): string | undefined {
  const blocks = dump(text);
  const contents = contentsLines(blocks);
  const body = blocks.find((block) => block.kind === 'line' && !contents.has(block) && !/^某/u.test(block.text));
  return body?.kind === 'line' ? body.text : undefined;
}

describe('contentsLines', () => {
  it.each([
    [
      'dotted leaders',
      '目  录\n第一部分 概况……………1\n一、主要职能............ 2\n第二部分 决算表 …… 3\n--- 2\n第一部分 概况\n一、主要职能\n本局负责工作。',
      '第一部分 概况',
    ],
    [
      'no page numbers',
      '目 录\n第一部分 某局概况\n一、主要职能\n二、单位构成\n第二部分 名词解释\n第一部分 某局概况\n一、主要职能\n正文。',
      '第一部分 某局概况',
    ],
    [
      'ranges and brackets',
      '目录\n第一部分 概况 （1-2）\n第二部分 决算表 14-15\n第三部分 说明 ()\n第四部分 解释 ( 1 )\n--- 2\n第一部分 概况',
      '第一部分 概况',
    ],
    [
      'field debris',
      '目录\n第一部分 概况 PAGEREF _Toc25831 \\h 3\n第二部分 决算表 PAGEREF _Toc25832 h 5\n--- 2\n第一部分 概况',
      '第一部分 概况',
    ],
    ['a split title', '目\n第一部分 概况\n录\n第二部分 决算表\n--- 2\n第一部分 概况', '第一部分 概况'],
    [
      'no parts',
      '目录\n一、部门基本情况 1\n二、收支情况 2\n三、名词解释 3\n--- 2\n一、部门基本情况\n（一）主要职能',
      '一、部门基本情况',
    ],
    [
      'two pages',
      '目录\n第一部分 概况\n一、主要职能\n第二部分 决算表\n一、收入支出决算总表\n--- 2\n二、收入决算表\n第三部分 名词解释\n--- 3\n第一部分 概况',
      '第一部分 概况',
    ],
    [
      'unnumbered body',
      '目录\n一、部门主要职能\n二、名词解释\n--- 2\n上海市申江区某局主要职能\n主要职能包括以下内容。',
      '上海市申江区某局主要职能',
    ],
    [
      'repeated numbers',
      '目录\n八、政府性基金决算表\n九、国有资本决算表\n九、三公经费决算表\n--- 2\n正文开始了。',
      '正文开始了。',
    ],
    ['leaders without the word', '一、概况……1\n二、决算表……2\n三、说明……9\n正文从这里开始。', '正文从这里开始。'],
  ])('%s', (_name, text, first) => {
    expect(bodyAfter(text)).toBe(first);
  });

  it('takes no list where there is none', () => {
    expect(texts(contentsLines(dump('一、单位主要职责\n某中心的主要职责是：\n（一）负责工作……等。')))).toEqual([]);
  });
});

describe('contentsEntries', () => {
  it('gives titles without leaders and numbers, wraps joined', () => {
    const contents = contentsLines(
      dump('目录\n第一部分 概况………… 1\n九、“三公”经费、培训费支出预算\n表\n十、政府采购支出预算表……3-4\n决算批复3'),
    );
    expect(contentsEntries(contents).map(({ number, title }) => `${number}|${title}`)).toEqual([
      '第一部分|概况',
      '九、|“三公”经费、培训费支出预算表',
      '十、|政府采购支出预算表',
      '|决算批复',
    ]);
  });
});
