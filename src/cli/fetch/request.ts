import { InputError, UsageError } from '../../errors.js';
import { looksLikeAddress, parseAddress } from '../../fetch/address.js';
import { FetchFault } from '../../fetch/fault.js';
import type { FetchRequest, FetchSource } from '../../fetch/fetch.js';
import { USUAL_LIMITS } from '../../fetch/limits.js';
import { USUAL_LINKS } from '../../fetch/lists/link-pattern.js';
import { parseList } from '../../fetch/lists/list-file.js';
import type { Services } from '../services.js';
import type { RunFetchOptions } from './fetch-options.js';

/** Our name in robots.txt. */
const AGENT = 'juesuan';

/** The options of the command line as the request that they mean. */
export async function fetchRequest(
  list: string | undefined,
  options: RunFetchOptions,
  services: Pick<Services, 'version' | 'readTextFile'>,
): Promise<FetchRequest> {
  const contact = options.contact === undefined ? '' : `; +${options.contact}`;
  return {
    source: await sourceOf(list, options.sitemap, services),
    into: options.into,
    link: options.link ?? USUAL_LINKS,
    follow: options.follow ?? null,
    depth: options.depth,
    pages: options.pages,
    interval: options.rate,
    hosts: options.hosts,
    allowText: options.text === true,
    recheck: options.recheck * 3_600_000,
    retry: options.retry === true,
    allowPrivate: options.allowPrivate === true,
    agent: AGENT,
    userAgent: `${AGENT}/${services.version} (reads published final accounts${contact})`,
    limits: {
      ...USUAL_LIMITS,
      document: options.maxSize,
      whole: options.timeout * 1000,
      patience: options.patience * 1000,
    },
  };
}

async function sourceOf(
  list: string | undefined,
  sitemap: string | undefined,
  services: Pick<Services, 'readTextFile'>,
): Promise<FetchSource> {
  if ((list === undefined) === (sitemap === undefined)) {
    throw new UsageError('expected either a list or --sitemap', 'Name a file of addresses, a list page or a sitemap.');
  }
  if (sitemap !== undefined) return { kind: 'sitemap', start: address(sitemap) };
  const name = list ?? '';
  if (looksLikeAddress(name)) return { kind: 'page', start: address(name) };
  const text = await services.readTextFile(name);
  if (text.includes('\0')) throw new InputError(name, 'expected a list of addresses, found bytes', 'Name a text file.');
  return { kind: 'list', name, addresses: parseList(text) };
}

function address(text: string): URL {
  try {
    return parseAddress(text);
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error;
    throw new UsageError(error.message, 'Name an address that begins with http:// or https://.', { cause: error });
  }
}
