import type { Chance } from './chance.js';
import type { Copier } from './condition.js';
import type { Picture } from './picture.js';

/** Size of a spot of thick or thin toner, as a share of an inch. */
const SPOT = 1 / 45;
/** Lightest and heaviest speck, in pixels of 200 dpi across. */
const SPECK = { from: 0.8, to: 3.2 };
const SPECK_DPI = 200;

/** Only black (0) and white (255): what of a grey picture a hard photocopy keeps, and the dirt that it adds. */
export function photocopy(grey: Picture, copier: Copier, dpi: number, chance: Chance): Picture {
  const { width, height } = grey;
  const [threshold, toner] = [chance.within(copier.threshold), chance.within(copier.toner)];
  const spots = tonerSpots(width, height, dpi * SPOT, chance);
  const data = new Uint8ClampedArray(grey.data.length);
  for (const [index, value] of grey.data.entries())
    data[index] = value + toner * (spots[index] ?? 0) < threshold ? 0 : 255;
  const copied: Picture = { width, height, channels: 1, data };
  const specks = Math.round(chance.within(copier.specks) * (width / dpi) * (height / dpi));
  for (let count = 0; count < specks; count++) speck(copied, dpi, chance);
  return copied;
}

/** Noise in spots of `size` pixels: mean 0, standard deviation about 1. */
function tonerSpots(width: number, height: number, size: number, chance: Chance): Float32Array {
  const columns = Math.ceil(width / size) + 2;
  const coarse = Float32Array.from({ length: columns * (Math.ceil(height / size) + 2) }, () => chance.grain());
  const spots = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [column, row] = [Math.floor(x / size), Math.floor(y / size)];
      const [right, down] = [x / size - column, y / size - row];
      const at = row * columns + column;
      const upper = (coarse[at] ?? 0) * (1 - right) + (coarse[at + 1] ?? 0) * right;
      const lower = (coarse[at + columns] ?? 0) * (1 - right) + (coarse[at + columns + 1] ?? 0) * right;
      // Means of four are less far apart than the four: 1.5 makes up for it.
      spots[y * width + x] = 1.5 * (upper * (1 - down) + lower * down);
    }
  return spots;
}

/** One black, roughly round speck somewhere on the picture. */
function speck({ width, height, data }: Picture, dpi: number, chance: Chance): void {
  const radius = (chance.within(SPECK) * dpi) / SPECK_DPI / 2;
  const [middleX, middleY] = [chance.within({ from: 0, to: width }), chance.within({ from: 0, to: height })];
  for (let y = Math.max(0, Math.floor(middleY - radius)); y < Math.min(height, middleY + radius); y++)
    for (let x = Math.max(0, Math.floor(middleX - radius)); x < Math.min(width, middleX + radius); x++)
      if (Math.hypot(x + 0.5 - middleX, y + 0.5 - middleY) <= radius) data[y * width + x] = 0;
}
