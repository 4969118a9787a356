import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/verify/checks/index.js';
import { explainCheck } from '../../src/verify/explain.js';
import { CHECK_FAILED, TOTAL_BELOW_PART } from '../../src/verify/finding.js';
import { ROUNDED } from '../../src/verify/rounding.js';

const PAGES = new URL('../../docs/checks/', import.meta.url);
const SOURCES = new URL('../../src/', import.meta.url);

describe('docs/checks', () => {
  it.each(CHECKS.map((check) => [check.id, check] as const))('%s has a page with its identity', (id, check) => {
    const page = explainCheck(id) ?? '';
    expect(page.startsWith(`# ${id}\n`)).toBe(true);
    expect(page).toContain(`> ${check.zh}\n`);
    expect(page).toContain(`> ${check.en}\n`);
  });

  it.each([CHECK_FAILED, ROUNDED, TOTAL_BELOW_PART])('the finding %s has a page', (id) => {
    expect(explainCheck(id)?.startsWith(`# ${id}\n`)).toBe(true);
  });

  it('has no page for an id that the program does not know', () => {
    const program = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(new URL(file, SOURCES), 'utf8'))
      .join('\n');
    const ids = readdirSync(PAGES)
      .filter((file) => file.endsWith('.md') && file !== 'README.md')
      .map((file) => readFileSync(new URL(file, PAGES), 'utf8').split('\n', 1)[0]?.replace(/^# /, ''));
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !program.includes(`'${id}'`))).toEqual([]);
  });

  it('has a page for every finding that reading can give', () => {
    const normalize = readdirSync(new URL('normalize/', SOURCES), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(new URL(`normalize/${file}`, SOURCES), 'utf8'))
      .join('\n');
    const ids = [...new Set([...normalize.matchAll(/'((?:structure|identity)\/[a-z-]+)'/g)].map(([, id]) => id ?? ''))];
    expect(ids.length).toBeGreaterThan(10);
    expect(ids.filter((id) => !explainCheck(id)?.startsWith(`# ${id}\n`))).toEqual([]);
  });

  it('check ids are unique', () => {
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
  });
});

describe('explainCheck', () => {
  it.each(['totals/nothing', 'totals', '../README', 'totals/../../package'])('knows no %s', (id) => {
    expect(explainCheck(id)).toBeNull();
  });
});
