import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { examinedDatabase } from '../../../src/cli/doctor/database.js';
import { freeBytes, installedParts } from '../../../src/cli/doctor/installed-parts.js';
import { examineMachine, type Machine } from '../../../src/cli/doctor/machine.js';
import { examineParts, type Parts } from '../../../src/cli/doctor/parts.js';

const folder = mkdtempSync(join(tmpdir(), 'juesuan-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MACHINE: Machine = {
  node: 'v20.19.1',
  nodeNeeded: '20.19',
  platform: 'linux x64',
  program: '0.1.0',
  processors: 2,
  memory: 8 * 2 ** 30,
  memoryFree: 4 * 2 ** 30,
  diskOfDatabase: 2 ** 40,
  diskOfReadings: 2 ** 40,
};

describe('the machine', () => {
  const cases: readonly [string, Partial<Machine>, readonly string[]][] = [
    ['as it should be', {}, []],
    ['a newer Node.js', { node: 'v24.0.0' }, []],
    ['an older Node.js', { node: 'v20.9.0' }, ['broken Node.js']],
    ['little memory', { memoryFree: 2 ** 30 }, ['limited memory']],
    ['little room', { diskOfDatabase: 2 ** 20 }, ['limited disk of the database']],
    ['room that cannot be told', { diskOfReadings: null }, ['limited disk of kept readings']],
  ];
  it.each(cases)('%s', (_, changes, expected) => {
    const found = examineMachine({ ...MACHINE, ...changes }).filter(({ health }) => health !== 'ok');
    expect(found.map(({ health, part }) => `${health} ${part}`)).toEqual(expected);
    for (const { remedy } of found) expect(remedy).toMatch(/\.$/);
  });
});

describe('the parts', () => {
  const fails = async (): Promise<never> => {
    throw new Error('cannot open shared object file\nat somewhere');
  };
  const SOUND: Parts = {
    sqlite: async () => '3.53.2',
    ocr: async () => ({ both: true, reason: 'both' }),
    sharp: async () => '0.35.5',
    canvas: async () => '0.1.96',
    fonts: async () => ({ fonts: 16, maps: 169 }),
    readings: async () => ({ folder, files: 1, size: '1 bytes' }),
  };
  const cases: readonly [string, Partial<Parts>, readonly string[]][] = [
    ['all sound', {}, []],
    ['no readings are kept', { readings: async () => null }, []],
    ['SQLite does not load', { sqlite: fails }, ['broken SQLite: cannot open shared object file']],
    ['no engine loads', { ocr: fails }, ['limited OCR engines: cannot open shared object file']],
    ['one engine loads', { ocr: async () => ({ both: false, reason: 'one' }) }, ['limited OCR engines: one']],
    ['sharp does not load', { sharp: fails }, ['limited sharp: cannot open shared object file']],
    ['no folder for readings', { readings: fails }, ['limited kept readings: cannot open shared object file']],
  ];
  it.each(cases)('%s', async (_, changes, expected) => {
    const found = (await examineParts({ ...SOUND, ...changes })).filter(({ health }) => health !== 'ok');
    expect(found.map(({ health, part, found: what }) => `${health} ${part}: ${what}`)).toEqual(expected);
    for (const { remedy } of found) expect(remedy).toMatch(/\.$/);
  });

  it('of this installation: SQLite, sharp, canvas, fonts and a folder that can be written', async () => {
    const parts = installedParts({ JUESUAN_OCR_CACHE: join(folder, 'kept', 'ocr') });
    const ocr = async () => ({ both: true, reason: 'not tried here' });
    const examined = await examineParts({ ...parts, ocr });
    expect(examined.filter(({ health }) => health !== 'ok')).toEqual([]);
    writeFileSync(join(folder, 'file'), '');
    const blocked = installedParts({ JUESUAN_OCR_CACHE: join(folder, 'file', 'ocr') });
    await expect(blocked.readings()).rejects.toThrow(/ENOTDIR|EEXIST/);
    expect(await freeBytes(join(folder, 'not', 'there', 'yet.db'))).toBeGreaterThan(0);
  });
});

describe('the database', () => {
  const OPENED = { state: 'opened', version: 11, newest: 11, reports: 3, faults: [], unfinishedRuns: 0 } as const;
  it.each([
    [{ state: 'missing' }, []],
    [{ state: 'unusable', reason: 'not a database', remedy: 'Name another file.' }, ['broken']],
    [OPENED, []],
    [{ ...OPENED, unfinishedRuns: null }, []],
    [{ ...OPENED, version: 8 }, ['limited']],
    [{ ...OPENED, version: 12 }, ['broken']],
    [{ ...OPENED, faults: ['row 3 missing from index', 'another'] }, ['broken']],
    [{ ...OPENED, unfinishedRuns: 2 }, ['limited']],
  ] as const)('%j', (state, expected) => {
    const found = examinedDatabase('a.db', state).filter(({ health }) => health !== 'ok');
    expect(found.map(({ health }) => health)).toEqual(expected);
  });
});
