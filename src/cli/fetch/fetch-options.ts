import { InvalidArgumentError } from 'commander';

/** The options of `juesuan fetch`, as the command line gives them. */
export interface RunFetchOptions {
  readonly sitemap?: string;
  readonly into: string;
  readonly db: string;
  readonly link?: string;
  readonly follow?: string;
  readonly depth: number;
  readonly pages: number;
  /** Milliseconds between two questions to a host. */
  readonly rate: number;
  readonly hosts: number;
  readonly contact?: string;
  /** Bytes. */
  readonly maxSize: number;
  readonly timeout: number;
  readonly patience: number;
  readonly recheck: number;
  readonly retry?: true;
  readonly text?: true;
  readonly allowPrivate?: true;
  readonly json?: true;
  readonly log?: string;
  readonly verbose?: true;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1_000, m: 1_000_000, g: 1_000_000_000 };

/** A size such as `50MB`, `800k` or `1000000` as bytes; units are powers of ten. */
export function parseSize(text: string): number {
  const [, number, unit = ''] = /^([1-9]\d{0,8})\s*([kmg]?)b?$/i.exec(text) ?? [];
  if (number === undefined) throw new InvalidArgumentError('Expected a size such as 50MB.');
  return Number(number) * (UNITS[unit.toLowerCase()] ?? 1);
}

/** Questions a second, from 0.001 to 100, as milliseconds from one to the next. */
export function parseRate(text: string): number {
  const rate = /^\d{1,3}(\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  if (rate < 0.001 || rate > 100) throw new InvalidArgumentError('Expected questions a second, from 0.001 to 100.');
  return Math.round(1000 / rate);
}

/** A whole number from 0. */
export function parseWhole(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 0.');
  return Number(text);
}

/** How a site can reach us: goes into every question, so it must be plain. */
export function parseContact(text: string): string {
  if (!/^[\x21-\x27\x2a-\x7e]{1,200}$/.test(text)) {
    throw new InvalidArgumentError('Expected a mail or web address, without blanks and brackets.');
  }
  return text;
}
