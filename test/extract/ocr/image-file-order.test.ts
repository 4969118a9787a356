import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderImageFiles } from '../../../src/extract/ocr/image-file-order.js';

/** Each in the order of its pages. */
test.each([
  [['page1.png', 'page2.png', 'page10.png']],
  [['page1.png', 'page02.png', 'page3.png', 'page0010.png']],
  [['Scan.jpg', 'Scan (2).jpg', 'Scan (3).jpg', 'Scan (10).jpg']],
  [['扫描0001.tif', '扫描0002.tif', '扫描0010.tif']],
  [['第一页.jpg', '第二页.jpg', '第三页.jpg', '第十页.jpg', '第十二页.jpg', '第二十页.jpg', '第一百〇三页.jpg']],
  [['第１页.jpg', '第2页.jpg', '第１０页.jpg']],
  [['a/2/page10.png', 'a/10/page1.png', 'b/1.png']],
  [['a.png', 'a/1.png']],
  [['IMG_20240301_081502.jpg', 'IMG_20240301_081517.jpg', 'IMG_20240301_121500.jpg']],
  [['2.png', 'cover.png']],
  [['99999999999999999998.png', '99999999999999999999.png']],
] as const)('%j', (names) => {
  expect(orderImageFiles(names.toReversed())).toEqual(names);
  expect(orderImageFiles(names)).toEqual(names);
});

test('the order does not depend on the order before, and nothing is lost', () => {
  const name = fc.stringMatching(/^(第[一二十]+页|[a-z]{0,2}\d{0,3}( \(\d\))?)(\/\d{0,2})?(\.png)?$/);
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 8 }), (names) => {
      const ordered = orderImageFiles(names);
      expect(orderImageFiles(names.toReversed())).toEqual(ordered);
      expect(ordered.toSorted()).toEqual(names.toSorted());
    }),
  );
});
