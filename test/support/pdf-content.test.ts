import { expect, test } from 'vitest';
import { parseContent, writeContent } from './pdf-content.js';

test.each([
  { content: '1 0 0 rg 0 0 5 5 re f', operators: ['rg', 're', 'f'] },
  { content: '/P <</MCID 0 /A [1 2]>> BDC BT (a\\) (b) Tj) Tj ET EMC', operators: ['BDC', 'BT', 'Tj', 'ET', 'EMC'] },
  { content: '[<0102> -120 (x)] TJ % Tj in a remark\nT* (y)"', operators: ['TJ', 'T*', '"'] },
  { content: '/F1 9 Tf<0A0B>Tj', operators: ['Tf', 'Tj'] },
])('cuts $content', ({ content, operators }) => {
  const operations = parseContent(content);
  expect(operations.map(({ operator }) => operator)).toEqual(operators);
  expect(parseContent(writeContent(operations))).toEqual(operations);
});

test.each([
  { content: 'BI /W 1 ID x EI', message: 'without inline images' },
  { content: '(never closed', message: 'literal string' },
])('refuses $content', ({ content, message }) => {
  expect(() => parseContent(content)).toThrow(message);
});
