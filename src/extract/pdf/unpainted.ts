/**
 * Without a page to draw on, pdf.js gets the outline of every glyph ready for a canvas: a tenth of the time of a whole import, for
 * outlines that nobody draws. To a document that takes fonts it hands the font as it is instead. This one takes them and drops them,
 * so that a page of a file opened with it can be read, not painted.
 */
export const UNPAINTED = {
  disableFontFace: false,
  ownerDocument: { fonts: { add: () => undefined, delete: () => undefined } },
};

/** pdf.js makes a `FontFace` of each font, which Node does not have. */
class DroppedFont {
  readonly loaded = Promise.resolve();
}

if (!('FontFace' in globalThis)) {
  Object.defineProperty(globalThis, 'FontFace', { value: DroppedFont, configurable: true, writable: true });
}
