/**
 * What a printed number consists of, and what recognisers take these for. A label maps to the character of the number: full-width
 * forms, and for the minus sign every stroke of its shape (编制 programs print it as hyphen, dash or em dash alike; an engine that
 * sees no neighbours reads it as 一). The space stays: without it two neighbouring numbers would silently become one.
 * Signs of comparison stand before targets (≥90): an alphabet without them would drop them from a doubtful reading.
 */
const NUMBER_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...[...'0123456789.,-%() '].map((character): [string, string] => [character, character]),
  ...[...'．·。'].map((point): [string, string] => [point, '.']),
  ...[...'，、'].map((comma): [string, string] => [comma, ',']),
  ...[...'−－–—―─一'].map((dash): [string, string] => [dash, '-']),
  ['％', '%'],
  ['（', '('],
  ['）', ')'],
  ...[...'≥≤='].map((sign): [string, string] => [sign, sign]),
  ...[...'>＞》'].map((sign): [string, string] => [sign, '>']),
  ...[...'<＜《'].map((sign): [string, string] => [sign, '<']),
  ['＝', '='],
]);

/** The character of a number that a recognised label stands for; `null` where it stands for none. */
export function numberCharacter(label: string): string | null {
  return NUMBER_CHARACTERS.get(label) ?? null;
}

/**
 * Characters that specks, strokes of a stamp, remains of a rule and badly printed digits and points are taken for: they do not
 * speak for words.
 */
const SPECKS: ReadonlySet<string> = new Set(`:：;；'‘’"“”\`\u00b4°*#®©+~^_|!！[]{}OoDQlIiSsBZzbqg`);

/** A character of the unrestricted reading of a line and how sure the recogniser was. */
export interface SeenCharacter {
  readonly label: string;
  readonly probability: number;
}

/**
 * Whether the unrestricted reading of a line shows that it holds words, although a number was expected: a character that is
 * neither part of a number nor a speck (预, ≥, /), seen with some certainty or outweighing the digits; or 一 as an ordinal
 * (一、 （一）), which alone is what a minus sign looks like.
 */
export function isText(seen: readonly SeenCharacter[]): boolean {
  if (/^[(（]?一[、.．,，)）]/.test(seen.map(({ label }) => label).join(''))) return true;
  const foreign = seen.filter(({ label }) => isForeign(label));
  const digits = seen.filter(({ label }) => /\d/.test(label));
  return foreign.some(({ probability }) => probability >= 0.5) || weight(foreign) > weight(digits);
}

/** A sign of comparison is seen where it is printed: only a doubtful one is left to the likeliest number. */
function isForeign(label: string): boolean {
  const character = numberCharacter(label);
  return (character === null && !SPECKS.has(label)) || (character !== null && '≥≤=<>'.includes(character));
}

function weight(characters: readonly SeenCharacter[]): number {
  return characters.reduce((sum, { probability }) => sum + probability, 0);
}
