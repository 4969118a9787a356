#!/usr/bin/env node
// What a scan gives that differs from what the same report gives from its text layer: `npm run build`, then
// `node scripts/scan-differences.mjs DIGITAL SCAN`, each a report or the output of `juesuan read --json`. Without arguments: the Quanzhou sample.
// Prints one line for each sort of content (same/all, and what is more) and each difference below it: `-` only in the digital file, `+`
// only in the scan. What is only spelt otherwise stands together as `-` and `+`. Exit 0 when nothing differs, 1 otherwise.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SAMPLE = join(root, 'samples/quanzhou-bigdata-2023-final');
const [digital = `${SAMPLE}-rebuilt.pdf`, scan = `${SAMPLE}-scan.pdf`] = process.argv.slice(2);
const FUND_NUMBERS = ['approved', 'adjusted', 'executed', 'weight', 'rate', 'score'];

const [before, after] = [partsOf(outputOf(digital)), partsOf(outputOf(scan))];
for (const [sort, lines] of before) compare(sort, lines.map(folded), (after.get(sort) ?? []).map(folded));

/** Blanks and full width are not told apart in a picture. */
function folded(line) {
  return line.normalize('NFKC').replace(/\s/g, '');
}

function outputOf(file) {
  if (file.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8'));
  const read = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), 'read', file, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (read.status !== 0) throw new Error(`read ${file} ended with ${read.status}: ${read.stderr}`);
  return JSON.parse(read.stdout);
}

/** Everything that is compared, by sort, a line of text each. Boxes, confidences and statuses may differ. */
function partsOf(report) {
  const { statements, sections, claims, facts, evaluations, findings } = report;
  const identity = [report.kind, report.scope, report.fiscalYear, report.agency?.name, report.region?.code];
  return new Map([
    ['identity', [identity.join(' | ')]],
    ['statements', statements.map(({ kind, title, unit, pages }) => [kind, title, unit, pages].join(' | '))],
    ['rows', statements.flatMap(({ kind, rows }) => rows.map((row) => rowLine(kind, row)))],
    ['sections', sections.map(({ level, number, title, page }) => [level, number, title, `p${page}`].join(' | '))],
    ['paragraphs', sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))],
    ['claims', claims.map(claimLine)],
    [
      'facts',
      facts.map(({ kind, subject, label, value }) => [kind, subject, label, value?.printed, value?.unit].join(' | ')),
    ],
    ['texts of facts', facts.map(({ kind, text }) => `${kind}: ${text}`)],
    ['evaluations', evaluations.flatMap(evaluationLines)],
    ['findings', findings.map(({ check, severity, places }) => [check, severity, `p${places[0]?.page}`].join(' | '))],
    ['messages of findings', findings.map(({ message }) => message)],
  ]);
}

function rowLine(kind, { label, code, figures }) {
  const amounts = Object.entries(figures).map(
    ([column, { printed, amountFen }]) => `${column} ${amountFen ?? printed}`,
  );
  return [kind, code?.code, label, ...amounts].join(' | ');
}

function claimLine(claim) {
  const numbers = Object.entries(claim.numbers).map(([name, { value, unit }]) => `${name} ${value}${unit}`);
  const about = [claim.subject, claim.label, claim.code?.code, claim.phase, claim.year, claim.direction, claim.reason];
  return [
    ...about,
    ...claim.relations.map((one) => `${one.is} ${one.to.year} ${one.to.phase}`),
    ...claim.items.map((item) => item?.name ?? item?.text ?? item),
    ...numbers,
    ...Object.values(claim.figures).flat(),
  ].join(' | ');
}

function evaluationLines(evaluation, at) {
  const { title, fiscalYear, project, supervisor, implementer, overview, results, funds, indicators } = evaluation;
  const name = `E${at + 1}`;
  const fields = { title, fiscalYear, project, supervisor, implementer, overview, results };
  return [
    ...Object.entries(fields).map(([field, value]) => `${name} ${field}: ${value?.text ?? value}`),
    ...funds.map(({ label, numbers }) => `${name} ${label}: ${FUND_NUMBERS.map((key) => numbers[key]?.printed)}`),
    ...indicators.map(({ level1, level2, level3, target, actual, numbers, reason }) =>
      [
        `${name} ${level1}`,
        level2,
        level3,
        target?.printed,
        actual?.printed ?? actual,
        numbers.weight?.printed,
        numbers.score?.printed,
        reason?.text ?? reason,
      ].join(' | '),
    ),
    `${name} total: ${evaluation.totalScore?.printed}`,
  ];
}

function compare(sort, before, after) {
  const missing = without(before, after);
  const extra = without(after, before);
  console.log(`${sort}: same ${before.length - missing.length}/${before.length}, more ${extra.length}`);
  if (missing.length > 0 || extra.length > 0) process.exitCode = 1;
  for (const line of missing) {
    console.log(`  - ${line}`);
    const near = extra.findIndex((other) => likeness(line, other) > 0.5);
    if (near >= 0) console.log(`  + ${extra.splice(near, 1)[0]}`);
  }
  for (const line of extra) console.log(`  + ${line}`);
}

/** The lines that `others` do not have, each of theirs counted once. */
function without(lines, others) {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Share of pairs of neighbouring characters that two lines have in common. */
function likeness(a, b) {
  const pairs = (text) => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  const [some, other] = [pairs(a), pairs(b)];
  return (2 * (some.length - without(some, other).length)) / Math.max(1, some.length + other.length);
}
