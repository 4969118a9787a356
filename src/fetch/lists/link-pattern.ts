import { UsageError } from '../../errors.js';

/** The links that are documents where nobody says otherwise. */
export const USUAL_LINKS = '\\.pdf';

/**
 * A pattern for links: a regular expression, capitals and small letters alike, looked for anywhere in the absolute address. Both
 * spellings of an address are tried, `%E5%86%B3%E7%AE%97` and 决算.
 * @throws UsageError for what is no regular expression
 */
export function linkPattern(text: string): (url: URL) => boolean {
  let pattern: RegExp;
  try {
    pattern = new RegExp(text, 'iu');
  } catch (error) {
    throw new UsageError(`"${text}" is no regular expression`, 'For example: --link "2023.*决算.*\\.pdf$"', {
      cause: error,
    });
  }
  return (url) => pattern.test(url.href) || pattern.test(readable(url.href));
}

function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    // Escapes of another encoding than UTF-8.
    return address;
  }
}
