/**
 * Pixels of a JPEG or JPEG 2000 by its own head, whatever the PDF says of it: the decoder makes room for these. 0 for all other data.
 */
export function codedPixels(data: Uint8Array): number {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < 60) return 0;
  if (view.getUint16(0) === 0xffd8) return jpegPixels(view);
  // A bare code stream, or boxes around it.
  if (view.getUint32(0) === 0xff4fff51) return jpxPixels(view, 4);
  return view.getUint32(4) === 0x6a502020 ? boxedPixels(view) : 0;
}

/** The first frame header behind the other segments. */
function jpegPixels(view: DataView): number {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return 0;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at++;
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return view.getUint16(at + 5) * view.getUint16(at + 7);
    else at += 2 + view.getUint16(at + 2);
  }
  return 0;
}

/** @param size where the size segment goes on behind its marker */
function jpxPixels(view: DataView, size: number): number {
  if (size + 20 > view.byteLength) return 0;
  const width = view.getUint32(size + 4) - view.getUint32(size + 12);
  const height = view.getUint32(size + 8) - view.getUint32(size + 16);
  return Math.max(0, width) * Math.max(0, height);
}

/** Looks for the code stream among the boxes. */
function boxedPixels(view: DataView): number {
  for (let at = 0; at + 12 < view.byteLength; ) {
    const length = view.getUint32(at);
    if (view.getUint32(at + 4) === 0x6a703263)
      return view.getUint32(at + 8) === 0xff4fff51 ? jpxPixels(view, at + 12) : 0;
    if (length < 8) return 0;
    at += length;
  }
  return 0;
}
