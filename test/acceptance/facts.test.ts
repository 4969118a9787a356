import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/normalize/narrative/claim.js';
import { normalize } from '../../src/normalize/normalize.js';
import { extract } from '../../src/pipeline.js';

const FOLDER = '../shared/reports';

/** A line of `narrative` in a truth file; the texts have no blanks. */
interface Told {
  readonly key: string;
  readonly text: string;
  readonly amount: string | null;
  readonly page: number;
}

/** What the keys of the truth files are among the facts. */
const KEYS: Readonly<Record<string, { readonly kind: Fact['kind']; readonly subject?: string }>> = {
  performance_projects: { kind: 'performance-projects', subject: '绩效目标' },
  performance_target_projects: { kind: 'performance-projects', subject: '绩效目标' },
  performance_tracking_projects: { kind: 'performance-projects', subject: '绩效跟踪' },
  performance_selfeval_projects: { kind: 'performance-projects', subject: '绩效自评' },
  performance_avg_score: { kind: 'performance-score' },
  vehicles_total: { kind: 'vehicles' },
  vehicles_planned: { kind: 'vehicles-planned' },
  large_equipment: { kind: 'large-equipment' },
  assets_date: { kind: 'assets-date' },
  sangong_none: { kind: 'no-amounts', subject: 'three-public' },
  gov_fund_none: { kind: 'no-amounts', subject: 'government-funds' },
  state_capital_none: { kind: 'no-amounts', subject: 'state-capital' },
};

const truths = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.truth.json')) : [];
const reports = truths.flatMap((name): readonly (readonly [string, readonly Told[]])[] => {
  const truth: { file?: string; narrative?: readonly Told[] } = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
  return truth.file !== undefined && truth.narrative !== undefined ? [[truth.file, truth.narrative]] : [];
});

describe.skipIf(truths.length === 0)('facts that are known of real reports (skipped without ../shared)', () => {
  it('covers reports and keys', () => {
    expect(reports.length).toBeGreaterThan(4);
    expect(new Set(reports.flatMap(([, told]) => told.map(({ key }) => key)).filter((key) => key in KEYS)).size).toBe(
      12,
    );
  });

  it.each(reports)('%s: every one is found, with its number and page', async (file, narrative) => {
    const { facts } = normalize(await extract(join(FOLDER, file)));
    const told = narrative.filter(({ key }) => key in KEYS);
    expect(told.length).toBeGreaterThan(3);
    for (const { key, text, amount, page } of told) {
      const { kind, subject } = KEYS[key] ?? { kind: 'duty' };
      const same = facts.filter((fact) => fact.kind === kind && (subject === undefined || fact.subject === subject));
      const found = same.filter((fact) => fact.text.includes(text) || text.includes(fact.text));
      expect(found, `${key} ${text}`).toHaveLength(1);
      const [fact] = found;
      expect(fact?.value?.printed ?? null, text).toBe(amount);
      expect(fact?.value?.value ?? null, text).toBe(amount === null ? null : Math.round(Number(amount) * 10_000));
      const pages = fact?.value?.places ?? fact?.places ?? [];
      expect(
        pages.map((place) => place.page),
        text,
      ).toContain(page);
    }
  });

  it.each(reports)('%s: kinds of vehicles add up, and no fact is read twice', async (file) => {
    const { facts } = normalize(await extract(join(FOLDER, file)));
    const sum = (kind: Fact['kind']) =>
      facts.filter((fact) => fact.kind === kind).reduce((total, { value }) => total + (value?.value ?? 0), 0);
    expect(sum('vehicles-of-kind')).toBe(sum('vehicles'));
    expect(sum('vehicles-planned-of-kind')).toBe(sum('vehicles-planned'));
    const keys = facts.map(({ kind, subject, section, text }) => `${kind} ${subject} ${section} ${text}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
