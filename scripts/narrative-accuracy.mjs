#!/usr/bin/env node
// Compares what the prose states (claims, facts) with the `narrative` of the truth files: `npm run build`, then `node scripts/narrative-accuracy.mjs`.
// A fact of the truth is right when a claim or fact on its page, read from its words, has its amount, change, percentage, base and relation.
// Prints a line a report and each fact that is missing or wrong. Exit 0 when nothing is wrong and at least 95 % is right, or when ../shared is
// not here; 1 otherwise. `--cli FILE` runs another command line than the built one.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, '../shared/reports');
const LEAST_RIGHT = 95;
const OUTPUT_LIMIT = 1 << 28;
const at = process.argv.indexOf('--cli');
const command = at < 0 ? [process.execPath, join(root, 'dist/cli/main.js')] : process.argv[at + 1].split(' ');

if (!existsSync(reports)) {
  console.log('narrative accuracy not measured: ../shared (reports with their truth) is not beside this folder.');
  process.exit(0);
}

const scores = readdirSync(reports)
  .filter((name) => name.endsWith('.truth.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(reports, name), 'utf8')))
  .filter(({ narrative }) => narrative?.length > 0)
  .map(score);
for (const { file, results } of scores) {
  console.log(lineOf(file, results));
  for (const { verdict, key, text, why } of results)
    if (verdict !== 'right') console.log(`  ${verdict} ${key}: ${text} (${why})`);
}
const all = scores.flatMap(({ results }) => results);
console.log(lineOf(`${scores.length} reports`, all));
const right = all.filter(({ verdict }) => verdict === 'right').length;
process.exitCode = all.some(({ verdict }) => verdict === 'wrong') || 100 * right < LEAST_RIGHT * all.length ? 1 : 0;

function lineOf(name, results) {
  const count = (verdict) => results.filter((result) => result.verdict === verdict).length;
  const share = (Math.floor((10_000 * count('right')) / results.length) / 100).toFixed(2);
  return `${name}: right ${count('right')}/${results.length} = ${share} %, wrong ${count('wrong')}, missing ${count('missing')}`;
}

function score({ file, narrative }) {
  const [program, ...parameters] = command;
  const read = spawnSync(program, [...parameters, 'read', join(reports, file), '--json'], {
    encoding: 'utf8',
    maxBuffer: OUTPUT_LIMIT,
  });
  if (read.status !== 0)
    return {
      file,
      results: narrative.map((fact) => ({ ...fact, verdict: 'missing', why: 'the report was not read' })),
    };
  const report = JSON.parse(read.stdout);
  const used = new Set();
  return { file, results: narrative.map((fact) => ({ ...fact, ...judge(fact, report, used) })) };
}

/** `used` keeps what another fact of the truth already stands for: the same words may be printed several times on a page. */
function judge(fact, report, used) {
  const found = candidates(fact, report).filter((candidate) => fact.amount === null || !used.has(candidate));
  if (found.length === 0) return { verdict: 'missing', why: 'nothing on this page says so' };
  const faults = found.map((candidate) => ({ candidate, fault: faultOf(fact, candidate, report) }));
  const good = faults.find(({ fault }) => fault === null);
  if (good === undefined) return { verdict: 'wrong', why: faults[0].fault };
  if (fact.amount !== null) used.add(good.candidate);
  return { verdict: 'right', why: '' };
}

function candidates(fact, report) {
  const kinds = factKinds(fact.key);
  if (kinds !== null) {
    return report.facts.filter(
      ({ kind, places }) => kinds.includes(kind) && places.some(({ page }) => page === fact.page),
    );
  }
  return report.claims.filter(
    (claim) =>
      claim.places.some(({ page }) => page === fact.page) &&
      bare(claim.text).includes(bare(fact.text)) &&
      (fact.amount === null ? isSaid(fact, claim) : claim.numbers.amount?.printed === fact.amount),
  );
}

/** Kinds of facts that a key of the truth is told by; `null` for amounts of money. */
function factKinds(key) {
  if (/^performance_(.*_)?projects$/.test(key)) return ['performance-projects'];
  if (/_none$/.test(key)) return ['no-amounts'];
  const kinds = {
    performance_avg_score: 'performance-score',
    vehicles_total: 'vehicles',
    vehicles_planned: 'vehicles-planned',
    large_equipment: 'large-equipment',
    assets_date: 'assets-date',
  };
  return kinds[key] ? [kinds[key]] : null;
}

/** A fact without an amount of its own: its change or its 持平 must be among what the claim says. */
function isSaid({ change_amount, note }, claim) {
  if (change_amount !== null) return claim.numbers.change?.printed === change_amount;
  return note === '持平' && isUnchanged(claim);
}

/** What a candidate has otherwise than the truth; `null` where it agrees. */
function faultOf(fact, candidate, report) {
  if ('kind' in candidate) return faultOfFact(fact, candidate);
  const { numbers, direction } = candidate;
  const differs = (name, expected, found) =>
    expected === found ? null : `${name}: ${found ?? 'none'} for ${expected}`;
  const words = { 增加: ['increase', 'new'], 减少: ['decrease', 'gone'] };
  const role = fact.text.includes('占') ? 'share' : fact.text.includes('完成') ? 'completion' : 'percent';
  const percent = numbers[role] ? `${numbers[role].printed}${numbers[role].unit}` : undefined;
  return (
    [
      fact.amount === null ? null : differs('unit', fact.unit, numbers.amount.unit),
      fact.change === null || words[fact.change].includes(direction)
        ? null
        : `direction: ${direction} for ${fact.change}`,
      fact.change_amount === null ? null : differs('change', fact.change_amount, numbers.change?.printed),
      fact.percent === null ? null : differs(role, fact.percent, percent),
      fact.base_amount === undefined ? null : differs('base', fact.base_amount, numbers.base?.printed),
      fact.note !== '持平' || isUnchanged(candidate) ? null : 'not said to be unchanged',
      fact.name === undefined || isNamed(fact.name, candidate) ? null : `name: ${candidate.label}`,
      fact.relation === undefined ? null : relationFault(fact, candidate, report),
    ].find((fault) => fault !== null) ?? null
  );
}

function faultOfFact(fact, candidate) {
  const [year, month, day] = [...(/(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(fact.text)?.slice(1) ?? [])];
  if (year !== undefined) {
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return candidate.date === date ? null : `date: ${candidate.date} for ${date}`;
  }
  if (fact.amount === null) return bare(candidate.text).includes(bare(fact.text)) ? null : `text: ${candidate.text}`;
  return candidate.value?.printed === fact.amount ? null : `value: ${candidate.value?.printed} for ${fact.amount}`;
}

function isUnchanged({ direction, relations }) {
  return direction === 'unchanged' || relations.some(({ is, to }) => /equal/.test(is) && to.year === 'prior');
}

function isNamed(name, { label, code }) {
  return (
    name.split('/').every((part) => bare(label).includes(bare(part))) &&
    (code === null || code.code.length === 7 || !name.includes('/'))
  );
}

/** The relation is said once of budget and accounts: on a claim of the same paragraph. */
function relationFault(fact, { section, paragraph }, report) {
  const expected = { 小于: 'less', 大于: 'greater', 等于: 'equal', 与预算数基本持平: 'about-equal' }[fact.relation];
  const said = report.claims
    .filter((claim) => claim.section === section && claim.paragraph === paragraph)
    .flatMap(({ relations }) => relations.map(({ is }) => is));
  return said.includes(expected) ? null : `relation: ${said.join(' ') || 'none'} for ${fact.relation}`;
}

function bare(text) {
  return text.replace(/\s/g, '');
}
