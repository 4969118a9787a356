/** A pixel is of red ink when its red exceeds the mean of green and blue by so much of 255. Paper and print are grey. */
const REDDISH = 40;
/** Fewer reddish pixels than this share of a page are dirt of the JPEG, no stamp. */
const STAMP = 0.0002;
/** Brightness, in shares of the stamp's own, below which red ink lies over print, and above which it lies over paper. */
const OVER_PRINT = 0.2;
const OVER_PAPER = 1.0;

/**
 * The grey values of a colour picture: its red channel, in which a red stamp is pale. Where it is not pale enough, red pixels are told apart by
 * their brightness: as bright as the stamp is elsewhere, there is paper below it; much darker, print. Without this the ring of a
 * seal turns 0.00 into 10.00, and no sum of zeros would say so.
 * @param channels bytes of a pixel, red, green and blue first
 * @param count pixels; where `data` ends before, the rest is paper
 */
export function greyWithoutStamp(data: Uint8Array | Uint8ClampedArray, channels: number, count: number): Uint8Array {
  const grey = new Uint8Array(count);
  const there = Math.min(count, Math.floor(data.length / channels));
  const brightness = new Uint32Array(256);
  let reddish = 0;
  for (let pixel = 0, at = 0; pixel < there; pixel++, at += channels) {
    grey[pixel] = data[at] ?? 255;
    if (!isReddish(data, at)) continue;
    reddish++;
    const level = brightnessOf(data, at);
    brightness[level] = (brightness[level] ?? 0) + 1;
  }
  grey.fill(255, there);
  if (reddish < there * STAMP) return grey;
  const usual = medianOf(brightness, reddish);
  const [dark, bright] = [usual * OVER_PRINT, usual * OVER_PAPER];
  for (let pixel = 0, at = 0; pixel < there; pixel++, at += channels)
    if (isReddish(data, at))
      grey[pixel] = Math.min(255, Math.max(0, Math.round(((brightnessOf(data, at) - dark) / (bright - dark)) * 255)));
  return grey;
}

function isReddish(data: ArrayLike<number>, at: number): boolean {
  return 2 * (data[at] ?? 0) - (data[at + 1] ?? 0) - (data[at + 2] ?? 0) > 2 * REDDISH;
}

/** Brightness as eyes see it (ITU-R 601), 0 to 255. */
function brightnessOf(data: ArrayLike<number>, at: number): number {
  return Math.round(0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0));
}

function medianOf(counts: Uint32Array, all: number): number {
  let sum = 0;
  for (let level = 0; level < 256; level++) {
    sum += counts[level] ?? 0;
    if (sum * 2 >= all) return level;
  }
  return 255;
}
