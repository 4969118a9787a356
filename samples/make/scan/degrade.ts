import sharp from 'sharp';
import type { Chance } from './chance.js';
import type { Condition } from './condition.js';
import type { Picture } from './picture.js';

const BLUR_DPI = 200;
/** The least blur that sharp can do; less is none. */
const LEAST_BLUR = 0.3;

/** What the scanner makes of a clean picture: weaker ink, greyer paper, blurred, darker towards one corner, noisy. */
export async function degrade(clean: Picture, condition: Condition, dpi: number, chance: Chance): Promise<Picture> {
  const [ink, paper] = [chance.within(condition.ink), chance.within(condition.paper)];
  const [shade, noise] = [chance.within(condition.shade), chance.within(condition.noise)];
  const [fromRight, fromFoot] = [chance.happens(0.5), chance.happens(0.5)];
  const blurred = await blur(clean, (chance.within(condition.blur) * dpi) / BLUR_DPI);
  const { width, height, channels, data } = blurred;
  for (let y = 0; y < height; y++) {
    const down = fromFoot ? 1 - y / height : y / height;
    for (let x = 0; x < width; x++) {
      const across = fromRight ? 1 - x / width : x / width;
      const dark = shade * (0.65 * across + 0.35 * down);
      const grain = noise * chance.grain();
      const at = (y * width + x) * channels;
      for (let channel = at; channel < at + channels; channel++) {
        const light = (data[channel] ?? 0) / 255;
        data[channel] = ink + light * (paper - dark - ink) + grain;
      }
    }
  }
  return blurred;
}

/** The picture, blurred (Gaussian, `sigma` in pixels). */
async function blur({ width, height, channels, data }: Picture, sigma: number): Promise<Picture> {
  const source = sharp(data, { raw: { width, height, channels } });
  const softened = sigma < LEAST_BLUR ? source : source.blur(sigma);
  // Without a colour space of one channel sharp answers with three.
  const raw = await softened
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer();
  return { width, height, channels, data: new Uint8ClampedArray(raw) };
}
