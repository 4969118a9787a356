import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block } from '../../../src/extract/document.js';
import { sectionsOf } from '../../../src/normalize/segment/sections.js';
import { grid } from './lines.js';

const LINES = [
  '第一部分 某局概况',
  '第二部分',
  '附件',
  '一、主要职责',
  '二、机构设置情况。本局设有三个内设机构，其余见下文。',
  '（一）机关运行经费',
  '（二）负责某项工作，承担有关任务。',
  '1.办公室',
  '2.项目支出 10.00 万元。',
  '（1）购置费',
  '第一条 本局负责某项工作',
  '名词解释',
  '本年收入一百万元，支出九十万元，主要原因是人员变动以及项目增加，较上',
  '年度新增四人。',
  '说明',
];

const blocks = fc
  .array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...LINES) }, { weight: 1, arbitrary: fc.constant(null) }), {
    maxLength: 30,
  })
  .map((rows) =>
    rows.map(
      (text, index): Block =>
        text === null ? grid(1) : { kind: 'line', page: 1 + Math.floor(index / 10), text, box: null },
    ),
  );

const characters = (text: string): string => [...text.replace(/[\s。:：]/gu, '')].sort().join('');

it('loses no character and invents none, whatever the order of headings, items and sentences', () => {
  fc.assert(
    fc.property(blocks, (document) => {
      // A first page with a grid has no cover.
      const all: Block[] = [grid(1), ...document];
      const { sections } = sectionsOf(all, { contents: new Set(), running: new Set() });
      const read = sections.flatMap(({ number, title, paragraphs }) => [
        number,
        title,
        ...paragraphs.map(({ text }) => text),
      ]);
      const printed = document.flatMap((block) => (block.kind === 'line' ? [block.text] : []));
      expect(characters(read.join(''))).toBe(characters(printed.join('')));
    }),
  );
});

it('numbers sections from 0, each after its parent and on a deeper level', () => {
  fc.assert(
    fc.property(blocks, (document) => {
      const { sections } = sectionsOf(document, { contents: new Set(), running: new Set() });
      sections.forEach((section, index) => {
        expect(section.id).toBe(index);
        if (section.parent === null) return;
        expect(section.parent).toBeLessThan(index);
        expect(sections[section.parent]?.level).toBeLessThan(section.level);
      });
    }),
  );
});
