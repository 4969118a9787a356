import { FetchFault } from './fault.js';

/** An address longer than this is no address of a report; databases and logs should not have to carry it. */
const LONGEST = 2048;

/**
 * An address in the one form that it is compared and stored in: absolute, as browsers write it (host in small letters, default port
 * and dots resolved), without fragment. `base` is the page that a relative link stands on.
 * @throws FetchFault for what is no address, is not http or https, or carries a user name or password
 */
export function parseAddress(text: string, base?: string): URL {
  // Browsers drop these from addresses; line breaks inside of links are usual in hand-written pages.
  const cleaned = text.trim().replace(/[\t\r\n]/g, '');
  let url: URL;
  try {
    url = new URL(cleaned, base);
  } catch (error) {
    throw new FetchFault('address', `"${shortened(cleaned)}" is no address`, { cause: error });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchFault('address', `expected http or https, found ${shortened(url.protocol.slice(0, -1))}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchFault('address', 'the address carries a user name or password, which would be stored and logged');
  }
  url.hash = '';
  if (url.href.length > LONGEST) throw new FetchFault('address', `the address is longer than ${LONGEST} characters`);
  return url;
}

/** Whether a text is meant as an address and not as the name of a file. */
export function looksLikeAddress(text: string): boolean {
  return /^https?:\/\//i.test(text.trim());
}

function shortened(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`;
}
