import { expect, test } from 'vitest';
import { GraphicsState } from '../../../src/extract/pdf/graphics-state.js';
import { IDENTITY } from '../../../src/extract/pdf/matrix.js';

test('a saved state does not change with the state it was saved from', () => {
  const state = new GraphicsState(IDENTITY);
  state.setFont({ vertical: true }, 12);
  state.clipTo({ left: 0, top: 0, right: 50, bottom: 50 });
  const saved = state.save();
  state.setFont(null, 7);
  state.clipTo({ left: 40, top: 0, right: 60, bottom: 20 });
  state.ctm = [2, 0, 0, 2, 0, 0];
  expect(state.clip).toEqual({ left: 40, top: 0, right: 50, bottom: 20 });
  expect(saved).toMatchObject({
    ctm: IDENTITY,
    clip: { left: 0, top: 0, right: 50, bottom: 50 },
    font: { vertical: true },
    fontSize: 12,
  });
});

test('a negative font size is a size and a direction', () => {
  const state = new GraphicsState(IDENTITY);
  state.setFont(null, -9);
  expect([state.fontSize, state.fontDirection]).toEqual([9, -1]);
  state.setFont(null, 9);
  expect([state.fontSize, state.fontDirection]).toEqual([9, 1]);
});

test('moves count from the beginning of the line, not from where the text ended', () => {
  const state = new GraphicsState(IDENTITY);
  state.moveText(100, 700);
  state.x += 55;
  state.moveText(0, -12);
  expect([state.x, state.y]).toEqual([100, 688]);
  state.setTextMatrix([1, 0, 0, 1, 5, 5]);
  expect([state.x, state.y, state.lineX, state.lineY]).toEqual([0, 0, 0, 0]);
});
