/**
 * pdf.js halves JPEG 2000 images of more than 2048 pixels a side, without a word, unless a probe of `OffscreenCanvas` says that
 * larger pictures can be painted (`ImageResizer`, seen in 5.6.205; `canvasMaxAreaInBytes` does not help). Node has no such class,
 * and pdf.js does not use it there for anything else. The answer to the probe is all that is given here, because nothing is painted:
 * a scan at half of its resolution cannot be read. pdf.js remembers the first answer, so this comes before the first page.
 */
export function decodeAtFullResolution(): void {
  if ('OffscreenCanvas' in globalThis) return;
  Object.defineProperty(globalThis, 'OffscreenCanvas', { value: ProbedCanvas, configurable: true, writable: true });
}

class ProbedCanvas {
  width: number;
  height: number;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  /** Black, and opaque: "the rectangle was painted". */
  getContext(): object {
    return { fillRect: () => undefined, getImageData: () => ({ data: [0, 0, 0, 255] }) };
  }
}
