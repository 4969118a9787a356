import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/extract/document.js';
import { runningLines } from '../../../src/normalize/segment/running-heads.js';
import { dump, printed, texts } from './lines.js';

describe('runningLines of a dump', () => {
  it('finds page numbers inside sentences, and leaves cells and years', () => {
    const blocks = dump(`一、概况
序号 单位名称 单位性质 在职人数
1
某市某中心
14
--- 2
主要原因是人员变动，较上
27
年度新增四人，支出相应增加。
2023
--- 4
29
七、情况说明
本年支出没有增加。
--- 11
36
附件`);
    expect(texts(runningLines(blocks, []))).toEqual(['27', '29', '36']);
  });

  it('takes no lone number that nothing confirms', () => {
    expect(texts(runningLines(dump('甲\n14\n--- 2\n乙丙丁\n--- 3\n3.5'), []))).toEqual([]);
  });
});

describe('runningLines of pages', () => {
  const pages = [1, 2, 3, 4].map((number) => ({ number, width: 595, height: 842 }));
  const page = (number: number): Block[] => [
    printed(number, 40, 200, '某市某局2023年度部门决算'),
    printed(number, 60, 70, '单位：万元'),
    printed(number, 400, 70, `第${number}段正文，说明情况。`),
    printed(number, 400, 300, '5'),
    printed(number, 800, 290, `- ${number + 1} -`),
  ];

  it('finds heads and numbers, and leaves unit lines and numbers in the middle', () => {
    const found = texts(
      runningLines(
        pages.flatMap(({ number }) => page(number)),
        pages,
      ),
    );
    expect([...new Set(found)].sort()).toEqual(['- 2 -', '- 3 -', '- 4 -', '- 5 -', '某市某局2023年度部门决算']);
    expect(found).toHaveLength(8);
  });

  it('looks for them where they stand once a page is turned upright', () => {
    const lying = pages.map((size) => ({ ...size, width: 842, height: 595, turn: 1 as const }));
    const blocks = pages.flatMap(({ number }) =>
      page(number).map((block) =>
        block.kind === 'line' && block.box !== null
          ? { ...block, upright: block.box, box: { left: 0, top: 300, right: 12, bottom: 400 } }
          : block,
      ),
    );
    expect(texts(runningLines(blocks, lying))).toHaveLength(8);
  });
});
