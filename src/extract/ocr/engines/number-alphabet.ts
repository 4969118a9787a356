/**
 * What a printed number consists of, and what recognisers take these for. A label maps to the character of the number: full-width
 * forms, and for the minus sign every stroke of its shape (编制 programs print it as hyphen, dash or em dash alike; an engine that
 * sees no neighbours reads it as 一). The space stays: without it two neighbouring numbers would silently become one.
 */
const NUMBER_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...[...'0123456789.,-%() '].map((character): [string, string] => [character, character]),
  ...[...'．·。'].map((point): [string, string] => [point, '.']),
  ...[...'，、'].map((comma): [string, string] => [comma, ',']),
  ...[...'−－–—―─一'].map((dash): [string, string] => [dash, '-']),
  ['％', '%'],
  ['（', '('],
  ['）', ')'],
]);

/** The character of a number that a recognised label stands for; `null` where it stands for none. */
export function numberCharacter(label: string): string | null {
  return NUMBER_CHARACTERS.get(label) ?? null;
}

/**
 * Whether the unrestricted reading of a line shows that it holds words, although a number was expected: a Chinese character
 * other than 一 (which is what a minus sign looks like), 一 as an ordinal (一、), or letters without any digit.
 */
export function isText(reading: string): boolean {
  if (/\p{Script=Han}/u.test(reading.replaceAll('一', '')) || /一[、.．,，]/.test(reading)) return true;
  return /\p{Script=Latin}{2}/u.test(reading) && !/\d/.test(reading);
}
