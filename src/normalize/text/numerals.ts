const DIGITS = new Map<string, number>();
// The zero has four shapes in print (〇 零 ○ ◯); 两 and the financial forms stand beside the plain ones.
['〇零○◯', '一壹弌', '二贰两弍', '三叁参', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].forEach((forms, value) => {
  for (const form of forms) DIGITS.set(form, value);
});
const SMALL_UNITS = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const LARGE_UNITS = new Map([
  ['万', 10_000],
  ['萬', 10_000],
  ['亿', 100_000_000],
  ['億', 100_000_000],
]);
const CONTRACTED_TENS = new Map([
  ['廿', '二十'],
  ['卅', '三十'],
]);

/**
 * The integer that a Chinese numeral says: 十二 is 12, 二〇二三 2023 (digit by digit), 一万二千 12000, 廿一 21, financial forms
 * 贰佰 200. For years, ordinals and counts. `null` for anything else, also for the colloquial 一百二 (120 or 102?).
 */
export function chineseNumeral(text: string): number | null {
  const characters = [...text].flatMap((character) => [...(CONTRACTED_TENS.get(character) ?? character)]);
  if (characters.length === 0) return null;
  return characters.every((character) => DIGITS.has(character))
    ? digitByDigit(characters)
    : withUnits(characters, false);
}

function digitByDigit(characters: readonly string[]): number | null {
  const value = Number(characters.map((character) => DIGITS.get(character)).join(''));
  return Number.isSafeInteger(value) ? value : null;
}

/** What stands before the last 亿 (then 万) counts that unit; what stands after it is added. `inner`: see below. */
function withUnits(characters: readonly string[], inner: boolean): number | null {
  for (const unit of [100_000_000, 10_000]) {
    const at = characters.findLastIndex((character) => LARGE_UNITS.get(character) === unit);
    if (at < 0) continue;
    const high = withUnits(characters.slice(0, at), inner);
    const rest = characters.slice(at + 1);
    const low = rest.length === 0 ? 0 : withUnits(rest, true);
    if (high === null || high === 0 || low === null) return null;
    const total = high * unit + low;
    return Number.isSafeInteger(total) ? total : null;
  }
  return characters.length === 0 ? null : belowTenThousand(characters, inner);
}

/** `inner`: something stands in front, so 十 needs its 一 and a bare last digit needs its 零. */
function belowTenThousand(characters: readonly string[], inner: boolean): number | null {
  let total = 0;
  let lastUnit = 10_000;
  let digit: number | null = null;
  let zeroBefore = false;
  for (const [index, character] of characters.entries()) {
    const unit = SMALL_UNITS.get(character);
    const value = DIGITS.get(character);
    if (unit !== undefined) {
      const bareTen = unit === 10 && index === 0 && !inner;
      if (unit >= lastUnit || (digit === null && !bareTen)) return null;
      total += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
      zeroBefore = false;
    } else if (value === 0) {
      if (digit !== null || zeroBefore) return null;
      zeroBefore = true;
    } else {
      if (value === undefined || digit !== null) return null;
      digit = value;
    }
  }
  if (digit === null) return zeroBefore ? null : total;
  const afterTens = lastUnit === 10 || (total === 0 && !inner);
  return afterTens || zeroBefore ? total + digit : null;
}
