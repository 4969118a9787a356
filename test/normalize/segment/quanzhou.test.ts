import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTextDump } from '../../../src/extract/text/read.js';
import { contentsLines } from '../../../src/normalize/segment/contents.js';
import { identify } from '../../../src/normalize/segment/cover.js';
import { runningLines } from '../../../src/normalize/segment/running-heads.js';
import { sectionsOf } from '../../../src/normalize/segment/sections.js';
import { texts } from './lines.js';

// 泉州市大数据服务中心 2023: a text dump without cover, contents list, 第一部分 and 第二部分.
const FILE = 'samples/quanzhou-bigdata-2023-final.txt';
const document = readTextDump(readFileSync(FILE), FILE);
const contents = contentsLines(document.blocks);
const running = runningLines(document.blocks, document.pages);
const { sections, findings } = sectionsOf(document.blocks, { contents, running });

/** Headings with their page, paragraphs as beginning and end. The annex holds tables, which are not read here. */
function outline(): string {
  const depth = (id: number): number => {
    const parent = sections[id]?.parent ?? null;
    return parent === null ? 0 : depth(parent) + 1;
  };
  const rows = sections.flatMap((section) => {
    const indent = '  '.repeat(depth(section.id));
    const annex = section.title.includes('自评表');
    const paragraphs = section.paragraphs.map(({ text }) =>
      text.length > 44 ? `${text.slice(0, 28)} … ${text.slice(-12)}` : text,
    );
    return [
      `${indent}${section.number}${section.title} [${section.place.page}]`,
      ...(annex ? [] : paragraphs.map((text) => `${indent}  | ${text}`)),
    ];
  });
  return `${rows.join('\n')}\n`;
}

describe('泉州市大数据服务中心 2023', () => {
  it('has the outline that a reader sees', async () => {
    await expect(outline()).toMatchFileSnapshot('../../golden/quanzhou-outline.txt');
  });

  it('loses its three page numbers and nothing else', () => {
    expect([...contents]).toEqual([]);
    expect(texts(running).map((text) => text.trim())).toEqual(['27', '29', '36']);
    const section = sections.find(({ title }) => title === '一般公共预算财政拨款支出决算情况说明');
    expect(section?.paragraphs[2]?.text).toMatch(/较上年度新增 4 人。$/u);
  });

  it('says whose it is without a cover', () => {
    expect(identify({ blocks: document.blocks, contents, file: FILE })).toEqual({
      kind: 'final-accounts',
      scope: 'unit',
      fiscalYear: 2023,
      agency: { name: '泉州市大数据服务中心' },
      region: { code: '350500', name: '泉州市' },
      findings: [],
    });
    expect(findings).toEqual([]);
  });
});
