/** `auto`: pages without a readable text layer are read from their picture. `always`: every page that prints something. `never`: none. */
export const OCR_MODES = ['auto', 'never', 'always'] as const;
export type OcrMode = (typeof OCR_MODES)[number];
