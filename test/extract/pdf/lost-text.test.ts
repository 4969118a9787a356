import { expect, test } from 'vitest';
import { lostTexts } from '../../../src/extract/pdf/lost-text.js';
import { OPS } from '../../../src/extract/pdf/operators.js';
import { readPdf } from '../../../src/extract/pdf/read-pdf.js';
import { pagePdf } from '../../support/pdf-bytes.js';

type Operation = readonly [operator: number, args: readonly unknown[]];
const ERROR: Operation = [OPS.setFont, ['g_font_error', 9]];
const SOUND: Operation = [OPS.setFont, ['g_d0_f1', 9]];
const SHOW: Operation = [OPS.showText, [[]]];

const CASES: readonly { readonly name: string; readonly list: readonly Operation[]; readonly lost: number }[] = [
  { name: 'none', list: [SOUND, SHOW], lost: 0 },
  { name: 'two', list: [ERROR, SHOW, SHOW, SOUND, SHOW], lost: 2 },
  { name: 'one within a state', list: [SOUND, [OPS.save, []], ERROR, SHOW, [OPS.restore, []], SHOW], lost: 1 },
  {
    name: 'one behind a form',
    list: [ERROR, [OPS.paintFormXObjectBegin, []], SOUND, SHOW, [OPS.paintFormXObjectEnd, []], SHOW],
    lost: 1,
  },
];

test.each(CASES)('texts that are lost: $name', ({ list, lost }) => {
  const operators = { fnArray: list.map(([operator]) => operator), argsArray: list.map(([, args]) => args) };
  expect(lostTexts(operators)).toBe(lost);
});

test.each(['3 0 R', '<< /Type /Font /Subtype /Type0 >>'])('a font that is %s: what is lost is told', async (font) => {
  const { document } = await readPdf(
    pagePdf('BT /F 12 Tf 72 700 Td (JUESUAN) Tj ET BT /G 12 Tf 72 500 Td (2023) Tj ET', {
      resources: `/Font << /F 5 0 R /G ${font} >>`,
    }),
    'report.pdf',
    '',
  );
  expect(document.pages).toMatchObject([
    { condition: 'read', reason: '1 texts are lost: their font is damaged or missing', runs: [{ text: 'JUESUAN' }] },
  ]);
});
