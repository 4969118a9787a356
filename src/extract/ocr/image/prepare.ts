import type { Turn } from '../../place.js';
import type { PageImage } from '../image.js';
import type { PreparedPage } from '../prepared-page.js';
import { withoutDarkAreas } from './dark-areas.js';
import { evenOut } from './even-out.js';
import { findRules } from './find-rules.js';
import { halfTurnedRules } from './half-turned-rules.js';
import { adaptiveInk } from './ink.js';
import type { Axis } from './page-axes.js';
import { paperMap } from './paper.js';
import { reduced } from './reduce.js';
import { findSkew } from './skew.js';
import { softened } from './soften.js';
import { straightened, straightening } from './straighten.js';
import { beforeTurn, turnPage } from './turn-page.js';

/** Engines read worse below this resolution: the page is enlarged to it. */
const LEAST_DPI = 200;
/** Scanners round: 199.9 dpi is 200. What is enlarged by less than this is as good. */
const SLIGHT = 1.03;
/** Paper and angle are measured at about this resolution; finer pixels tell no more. */
const MEASURING_DPI = 150;
/** Smaller angles, in degrees, move no pixel of a page by more than one: painted pages are left as sharp as they are. */
const STRAIGHT_ENOUGH = 0.015;

/** Turns, evens out, straightens and enlarges the picture of a page, and finds its ink and its rules. */
export async function preparePage(page: PageImage, turn: Turn): Promise<PreparedPage> {
  return sideUp(await straightPage(page, turn % 2 === 0 ? 0 : 1), turn);
}

/** The page made ready on one of its two axes: as it lies in the file, or a quarter turn clockwise. */
export async function straightPage(page: PageImage, turn: Axis): Promise<PreparedPage> {
  const turned = withoutDarkAreas(turnPage(page, turn), page.dpi);
  const factor = Math.max(1, Math.floor(page.dpi / MEASURING_DPI));
  const small = reduced(turned, factor);
  const smallInk = adaptiveInk(small, page.dpi / factor);
  const paper = paperMap(small, smallInk, page.dpi / factor);
  const even = evenOut(turned, paper, smallInk, small.width, factor);
  const found = findSkew(small, smallInk);
  const skew = Math.abs(found) < STRAIGHT_ENOUGH ? 0 : found;
  const scale = page.dpi < LEAST_DPI ? LEAST_DPI / page.dpi : 1;
  const dpi = page.dpi * scale;
  const sharp = straightened(even, skew, scale);
  const image = page.bilevel ? await softened(sharp, dpi) : sharp;
  const ink = adaptiveInk(sharp, dpi);
  const { before } = straightening(even, skew, scale);
  const unturned = beforeTurn(turn, page.width, page.height);
  return {
    image,
    ink,
    dpi,
    // The rules of a page in black and white are its ink alone: the blur of its picture does not matter to them.
    rules: findRules(image, ink, dpi, page.bilevel),
    turn,
    skew,
    lowQuality: page.bilevel || scale > SLIGHT,
    toFile: (x, y) => {
      const point = before(x, y);
      return unturned(point.x, point.y);
    },
  };
}

/** A page in that one of the two turns of its axis. Half a turn moves pixels and changes none: both sides cost one preparation. */
export function sideUp(page: PreparedPage, turn: Turn): PreparedPage {
  if (turn === page.turn) return page;
  const { width, height } = page.image;
  return {
    ...page,
    image: turnPage(page.image, 2),
    ink: turnPage({ width, height, data: page.ink }, 2).data,
    rules: halfTurnedRules(page.rules, width, height),
    turn,
    toFile: (x, y) => page.toFile(width - x, height - y),
  };
}
