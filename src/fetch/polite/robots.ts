import robotsParser from 'robots-parser';
import { FetchFault } from '../fault.js';

/** The package is a plain function; its type says that it is a module with one. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** What the robots.txt of a site says to us. */
export interface RobotsRules {
  readonly allows: (url: URL) => boolean;
  /** Seconds between two questions; 0 where it does not say. */
  readonly crawlDelay: number;
}

/** A robots.txt may be cut here: RFC 9309 wants at least 500 KiB to be read. */
export const ROBOTS_LIMIT = 512 * 1024;

const EVERYTHING: RobotsRules = { allows: () => true, crawlDelay: 0 };

/**
 * The rules that follow from the answer to `/robots.txt`, by RFC 9309: what is there is honoured; a site that has none (a status of the
 * four hundreds) forbids nothing; a site that is in trouble (five hundreds, or no answer) must be taken as forbidding everything, until
 * it answers again. 429 is trouble as well: a host that says "too many" must not be asked more.
 * @throws FetchFault where the site is in trouble
 */
export function robotsRules(site: URL, status: number, text: string, agent: string): RobotsRules {
  if (status >= 500 || status === 429) {
    throw new FetchFault('robots', `robots.txt cannot be read (status ${status}): the site counts as closed for now`, {
      passing: true,
      wholeHost: true,
    });
  }
  if (status < 200 || status >= 300) return EVERYTHING;
  const robots = parseRobots(new URL('/robots.txt', site).href, text);
  const delay = robots.getCrawlDelay(agent) ?? 0;
  return {
    allows: (url) => robots.isAllowed(url.href, agent) !== false,
    crawlDelay: Number.isFinite(delay) && delay > 0 ? delay : 0,
  };
}
