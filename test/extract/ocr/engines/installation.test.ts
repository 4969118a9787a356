import { expect, test } from 'vitest';
import { installedPackages, packageVersion } from '../../../../src/extract/ocr/engines/installation.js';

test('the installed packages are named with their versions', () => {
  expect(installedPackages()).toMatch(
    /^onnxruntime-node@\S+ @gutenye\/ocr-models@\d\S+ tesseract\.js@\d\S+ @tesseract\.js-data\/chi_sim@\d\S+ @tesseract\.js-data\/eng@\d\S+$/,
  );
});

test.each([
  ['a package that shows its manifest', 'tesseract.js', 'tesseract.js/package.json'],
  ['one that hides it, by a file in a folder of its own', 'highs', 'highs'],
])('%s is found', (_, name, file) => {
  expect(packageVersion(name, file)).toMatch(/^\d+\.\d+\.\d+/);
});

test('a package that is not installed is missing', () => {
  expect(packageVersion('no-such-package')).toBe('missing');
});
