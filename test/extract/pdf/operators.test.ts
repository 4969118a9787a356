import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { ImageKind, OPS } from '../../../src/extract/pdf/operators.js';

it('numbers the operators and the kinds of images as the pdf.js in use does', () => {
  expect(pdfjs.OPS).toMatchObject(OPS);
  expect(pdfjs.ImageKind).toMatchObject(ImageKind);
});
