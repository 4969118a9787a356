/** A picture under way: one byte a channel and pixel, row by row from the top left; one channel is grey, three are red, green, blue. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8ClampedArray;
}

/** Quarter turns clockwise. */
export type Turn = 0 | 1 | 2 | 3;

/** The picture turned clockwise by quarter turns. */
export function turnPicture(picture: Picture, turn: Turn): Picture {
  if (turn === 0) return picture;
  const { channels, data } = picture;
  const [width, height] = turn === 2 ? [picture.width, picture.height] : [picture.height, picture.width];
  const turned = new Uint8ClampedArray(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = sourceOf(picture, turn, x, y) * channels;
      const to = (y * width + x) * channels;
      for (let channel = 0; channel < channels; channel++) turned[to + channel] = data[from + channel] ?? 0;
    }
  return { width, height, channels, data: turned };
}

/** Which pixel of the upright picture lies at (x, y) after the turn. */
function sourceOf({ width, height }: Picture, turn: 1 | 2 | 3, x: number, y: number): number {
  if (turn === 1) return (height - 1 - x) * width + y;
  if (turn === 2) return (height - 1 - y) * width + (width - 1 - x);
  return x * width + (width - 1 - y);
}

/** The same picture in three equal channels. */
export function inColour({ width, height, data }: Picture): Picture {
  const colour = new Uint8ClampedArray(data.length * 3);
  for (const [index, value] of data.entries()) colour.fill(value, index * 3, index * 3 + 3);
  return { width, height, channels: 3, data: colour };
}

/** The picture as a copier sees it: lightness only, red as dark as it is to the eye. */
export function inGrey({ width, height, channels, data }: Picture): Picture {
  if (channels === 1) return { width, height, channels, data };
  const grey = Uint8ClampedArray.from(
    { length: width * height },
    (_, index) =>
      0.299 * (data[index * 3] ?? 0) + 0.587 * (data[index * 3 + 1] ?? 0) + 0.114 * (data[index * 3 + 2] ?? 0),
  );
  return { width, height, channels: 1, data: grey };
}
