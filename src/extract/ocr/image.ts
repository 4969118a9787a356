/** A grey picture: one byte a pixel, row by row from the top left, 0 black, 255 white. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The picture of one page as it lies in the file: not turned, not straightened. Colour scans give their red channel. */
export interface PageImage extends GreyImage {
  /** Pixels per inch of the paper, over the width of the page. */
  readonly dpi: number;
  /** Whether the pixels are the scan's own, or the page was painted by the program at this resolution. */
  readonly source: 'embedded' | 'rendered' | 'file';
  /** Whether the scan knows black and white only (CCITT, JBIG2, or a photocopy): it is blurred before it is read. */
  readonly bilevel: boolean;
}

/** A rectangle in pixels of a picture; right and bottom are the first pixel outside. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
