import { expect, it } from 'vitest';
import { loadPdfjs } from '../../../src/extract/pdf/pdfjs.js';

it('leaves the engine its own functions, which pdf.js replaces by slow ones', async () => {
  const own = { push: Array.prototype.push, parse: JSON.parse, stringify: JSON.stringify };
  const { getDocument } = await loadPdfjs();
  expect(getDocument).toBeTypeOf('function');
  expect(Array.prototype.push).toBe(own.push);
  expect(JSON.parse).toBe(own.parse);
  expect(JSON.stringify).toBe(own.stringify);
});

it('is loaded once', () => {
  expect(loadPdfjs()).toBe(loadPdfjs());
});
