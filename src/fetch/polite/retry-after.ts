/** A host that wants to be left alone for longer is asked again after this time all the same: a week. */
const LONGEST = 7 * 24 * 3_600_000;

/**
 * When a host may be asked again, by its header `Retry-After` (seconds, or a date as in RFC 9110), in milliseconds since 1970;
 * `null` where it does not say so. Pure.
 */
export function retryAfter(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return now + Math.min(Number(text) * 1000, LONGEST);
  // Date.parse would take much else for a date, "5" among it.
  const time = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : Math.min(Math.max(time, now), now + LONGEST);
}
