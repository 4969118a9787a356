import { OPS } from './operators.js';

/** Name that pdf.js (5.6.205) gives to a font that cannot be used: it shows nothing of the texts set in it, and does not say so. */
const ERROR_FONT = 'g_font_error';

/** How many texts of a page are lost because the font that they are set in is damaged or not there. */
export function lostTexts(operators: {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}): number {
  const { fnArray, argsArray } = operators;
  const stack: boolean[] = [];
  let lost = false;
  let texts = 0;
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] as readonly unknown[] | null | undefined;
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) stack.push(lost);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) lost = stack.pop() ?? lost;
    else if (operator === OPS.setFont) lost = args?.[0] === ERROR_FONT;
    else if (operator === OPS.showText && lost) texts++;
  });
  return texts;
}
