/** A picture or mask with rows and columns exchanged: what looks for horizontal rules finds the vertical ones there. */
export function transposed(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const result = new Uint8Array(pixels.length);
  for (let top = 0; top < height; top += TILE)
    for (let left = 0; left < width; left += TILE) {
      const bottom = Math.min(height, top + TILE);
      const right = Math.min(width, left + TILE);
      for (let x = left; x < right; x++)
        for (let y = top, to = x * height + top; y < bottom; y++, to++) result[to] = pixels[y * width + x] ?? 0;
    }
  return result;
}

/** Tiles of this side fit into the processor's cache. */
const TILE = 32;
