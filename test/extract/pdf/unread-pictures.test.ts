import { expect, test } from 'vitest';
import { unreadPictures } from '../../../src/extract/pdf/unread-pictures.js';
import { content, glyphs } from './painted.js';

const { width, height } = content([]);
/** A picture as wide as the page, from and to these shares of its height. */
const across = (from: number, to: number) => ({ left: 0, top: from * height, right: width, bottom: to * height });
const word = (top: number) => glyphs('收入', 100, top);

test.each([
  ['a picture beside the text', [across(0.5, 0.8)], [across(0.5, 0.8)]],
  ['none that is small', [across(0.5, 0.58)], []],
  ['none below the text: that is paper', [across(0, 1)], []],
  ['stripes that touch, as one', [across(0.5, 0.56), across(0.62, 0.68), across(0.56, 0.62)], [across(0.5, 0.68)]],
  ['each of several', [across(0.2, 0.4), across(0.5, 0.8)], [across(0.2, 0.4), across(0.5, 0.8)]],
])('%s', (_, images, expected) => {
  const page = content(word(height * 0.1), { images });
  const near = (box: { readonly [side: string]: number }) =>
    Object.fromEntries(Object.entries(box).map(([side, value]) => [side, Math.round(value)]));
  expect(unreadPictures(page).map((box) => near({ ...box }))).toEqual(expected.map(near));
});
