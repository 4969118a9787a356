import sharp from 'sharp';
import type { GreyImage } from '../ocr/image.js';
import { LONGEST_SIDE } from '../ocr/picture.js';
import type { Box } from '../place.js';
import { areaOf, boxOf, intersection } from './page-image-geometry.js';
import type { PlacedImage } from './page-image-paints.js';
import {
  type DecodedImage,
  type Layer,
  layerOf,
  type Orientation,
  orientationOf,
  oriented,
} from './page-image-pixels.js';

/** Images that cover less of the page are a seal or a logo, not a scan. */
const SCAN_COVER = 0.5;
/** The finest images that together cover this share of the page say how fine the picture is. */
const FINE_COVER = 0.05;
/** Pixels by which an image may miss an edge of the page that it is meant to touch. */
const EDGE = 1.5;
/** Scales across and down that differ by less are meant to be one: paper and scanner round differently. */
const ONE_SCALE = 0.01;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Piece {
  readonly placed: PlacedImage;
  readonly decoded: DecodedImage;
  readonly orientation: Orientation;
  /** Where it lies on the page, points. */
  readonly box: Box;
  /** Pixels of the image to a point, across and down. */
  readonly x: number;
  readonly y: number;
}

/** A page put together from its images, or why its images are not the page. */
export async function composed(
  images: readonly { readonly placed: PlacedImage; readonly decoded: DecodedImage }[],
  page: Size,
): Promise<GreyImage | null> {
  const pieces: Piece[] = [];
  for (const image of images) {
    const piece = pieceOf(image.placed, image.decoded);
    if (!piece) return null;
    pieces.push(piece);
  }
  const pageArea = page.width * page.height;
  const covered = pieces.reduce((sum, { box, placed }) => sum + areaOf(intersection(box, placed.clip)), 0);
  const finest = finestOf(pieces, pageArea);
  if (!finest || covered < pageArea * SCAN_COVER) return null;
  const scale = scaleOf(finest, page);
  const width = Math.max(1, Math.round(page.width * scale.x));
  const height = Math.max(1, Math.round(page.height * scale.y));
  const only = pieces.length === 1 ? pieces[0] : undefined;
  const paper = { width, height, data: new Uint8Array(0) };
  for (const piece of pieces) {
    const box = snapped(piece.box, page, scale);
    const left = Math.round(box.left * scale.x);
    const top = Math.round(box.top * scale.y);
    const size = {
      width: Math.max(1, Math.round(box.right * scale.x) - left),
      height: Math.max(1, Math.round(box.bottom * scale.y) - top),
    };
    const layer = await fitted(turnedLayer(piece), size);
    const clip = snapped(piece.placed.clip, page, scale);
    const window = {
      left: Math.max(0, left, Math.floor(clip.left * scale.x + 0.01)),
      top: Math.max(0, top, Math.floor(clip.top * scale.y + 0.01)),
      right: Math.min(width, left + size.width, Math.ceil(clip.right * scale.x - 0.01)),
      bottom: Math.min(height, top + size.height, Math.ceil(clip.bottom * scale.y - 0.01)),
    };
    const whole = window.left === 0 && window.top === 0 && window.right === width && window.bottom === height;
    // The usual case, one image that is the page, needs no second copy of it.
    if (piece === only && whole && left === 0 && top === 0 && !layer.cover && layer.image.width === width)
      if (layer.image.height === height) return layer.image;
    if (paper.data.length === 0) paper.data = new Uint8Array(width * height).fill(255);
    paste(paper, layer, left, top, window);
  }
  return paper;
}

function pieceOf(placed: PlacedImage, decoded: DecodedImage): Piece | null {
  const box = boxOf(placed.matrix, [0, 0, 1, 1]);
  const [across, down] = [box.right - box.left, box.bottom - box.top];
  // Half a pixel at the far corner is no slant.
  const slack =
    0.5 * Math.min(across / decoded.width, down / decoded.height, across / decoded.height, down / decoded.width);
  const orientation = orientationOf(placed.matrix, slack);
  if (!orientation) return null;
  const [columns, rows] = orientation.transposed ? [decoded.height, decoded.width] : [decoded.width, decoded.height];
  return { placed, decoded, orientation, box, x: columns / across, y: rows / down };
}

function finestOf(pieces: readonly Piece[], pageArea: number): Piece | undefined {
  const byFineness = pieces.toSorted((a, b) => b.x * b.y - a.x * a.y);
  let covered = 0;
  return (
    byFineness.find(({ box, placed }) => {
      covered += areaOf(intersection(box, placed.clip));
      return covered >= pageArea * FINE_COVER;
    }) ?? byFineness.at(-1)
  );
}

/** Pixels to a point, so that the pixels of the finest image stay as they are where that is possible. */
function scaleOf({ box, x, y, decoded, orientation }: Piece, page: Size): { readonly x: number; readonly y: number } {
  const touching = snapped(box, page, { x, y });
  const columns = orientation.transposed ? decoded.height : decoded.width;
  const rows = orientation.transposed ? decoded.width : decoded.height;
  const across = columns / (touching.right - touching.left);
  const down = rows / (touching.bottom - touching.top);
  const square = Math.abs(across / down - 1) <= ONE_SCALE;
  const finer = Math.max(across, down);
  const scale = square ? { x: across, y: down } : { x: finer, y: finer };
  const excess = Math.max(page.width * scale.x, page.height * scale.y) / LONGEST_SIDE;
  return excess > 1 ? { x: scale.x / excess, y: scale.y / excess } : scale;
}

/** Edges next to those of the page are those of the page. */
function snapped(box: Box, page: Size, scale: { readonly x: number; readonly y: number }): Box {
  const snap = (value: number, edge: number, pixels: number) =>
    Math.abs(value - edge) * pixels <= EDGE ? edge : value;
  return {
    left: snap(box.left, 0, scale.x),
    top: snap(box.top, 0, scale.y),
    right: snap(box.right, page.width, scale.x),
    bottom: snap(box.bottom, page.height, scale.y),
  };
}

function turnedLayer({ decoded, placed, orientation }: Piece): Layer {
  const { image, cover } = layerOf(decoded, placed.stencil);
  return { image: oriented(image, orientation), cover: cover && oriented(cover, orientation) };
}

async function fitted({ image, cover }: Layer, size: Size): Promise<Layer> {
  return { image: await resized(image, size), cover: cover && (await resized(cover, size)) };
}

async function resized(image: GreyImage, { width, height }: Size): Promise<GreyImage> {
  if (image.width === width && image.height === height) return image;
  // One row more or less comes from rounding places: the pixels are kept as they are.
  const rounding = Math.abs(image.width - width) <= 1 && Math.abs(image.height - height) <= 1;
  const data = await sharp(image.data, { raw: { width: image.width, height: image.height, channels: 1 } })
    .resize(width, height, { fit: 'fill', kernel: rounding ? 'nearest' : 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}

function paste(paper: GreyImage, { image, cover }: Layer, left: number, top: number, window: Box): void {
  for (let y = window.top; y < window.bottom; y++) {
    let to = y * paper.width + window.left;
    let from = (y - top) * image.width + window.left - left;
    for (let x = window.left; x < window.right; x++, to++, from++) {
      const alpha = cover ? (cover.data[from] ?? 0) : 255;
      const value = image.data[from] ?? 255;
      const below = paper.data[to] ?? 255;
      paper.data[to] = alpha === 255 ? value : Math.round((value * alpha + below * (255 - alpha)) / 255);
    }
  }
}
