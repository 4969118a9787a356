import { pagesText } from '../output/findings.js';
import { identityLine } from '../output/identity.js';
import { escaped } from '../output/markdown.js';
import { qualityLine } from '../output/quality.js';
import { shellWord } from '../output/shell-word.js';
import type { Digest } from './record.js';

type Finding = Digest['contradictions']['listed'][number]['findings']['listed'][number];

/** A digest for people: what is new, what contradicts itself, what failed, and the figures of the runs. Pure. */
export function digestMarkdown(digest: Digest): string {
  const database = `--db ${shellWord(digest.database)}`;
  return [
    `# ${titleOf(digest)}\n`,
    newPart(digest, database),
    revisedPart(digest, database),
    contradictionsPart(digest, database),
    failedPart(digest, database),
    quarantinePart(digest, database),
    addressesPart(digest, database),
    runsPart(digest),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function titleOf({ runs, since }: Digest): string {
  const from = since ?? runs[0]?.startedAt;
  return from === undefined
    ? 'juesuan: no import is on record'
    : `juesuan: what imports brought since ${minute(from)} UTC`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "2026-11-27 03:10". */
function minute(time: string): string {
  return time.slice(0, 16).replace('T', ' ');
}

function rest(count: number, listed: number, how: string): string {
  return count > listed ? `- … and ${count - listed} more: \`${how}\`\n` : '';
}

function newPart({ new: part, totals }: Digest, database: string): string {
  const again = totals.readAgain === 0 ? '' : `\nRead again by this version of the program: ${totals.readAgain}.\n`;
  const items = part.listed.map((report) => `- ${reportLines(report)}`).join('');
  return `## New (${part.count})\n\n${items || 'Nothing.\n'}${rest(part.count, part.listed.length, `juesuan query reports ${database}`)}${again}`;
}

function reportLines(report: Digest['new']['listed'][number]): string {
  const unread = report.pagesUnread === 0 ? '' : `, ${report.pagesUnread} of them unread`;
  return [
    `**${report.report}. ${escaped(identityLine(report))}**${report.region === null ? '' : ` (${escaped(report.region)})`}\n`,
    `  - ${escaped(report.file)}, ${report.pages} pages${unread}${report.url === null ? '' : `, from <${report.url}>`}\n`,
    `  - ${qualityLine(report)}\n`,
    `  - ${counted(report.errors, 'error')}, ${counted(report.warnings, 'warning')}\n`,
  ].join('');
}

function revisedPart({ revised }: Digest, database: string): string {
  if (revised.count === 0) return '';
  const items = revised.listed.map((report) => {
    const { changes, unchanged, replaces } = report;
    const head = `  - replaces report ${replaces}: ${counted(changes.count, 'difference')}, ${counted(unchanged, 'number')} unchanged\n`;
    const all = `juesuan audit ${report.report} ${database}`;
    return `- ${reportLines(report)}${head}${findingItems(changes, all)}`;
  });
  const more = rest(revised.count, revised.listed.length, `juesuan query revisions ${database}`);
  return `## Published again, with other bytes (${revised.count})\n\n${items.join('')}${more}`;
}

function contradictionsPart({ contradictions, totals }: Digest, database: string): string {
  const head = `## What contradicts itself (${counted(totals.errors, 'error')}, ${counted(totals.warnings, 'warning')} in ${counted(contradictions.count, 'report')})\n\n`;
  const items = contradictions.listed.map(
    (report) =>
      `- **${report.report}. ${escaped(identityLine(report))}**, ${escaped(report.file)}\n` +
      findingItems(report.findings, `juesuan audit ${report.report} ${database}`),
  );
  const more = rest(contradictions.count, contradictions.listed.length, `juesuan audit ${database} --format markdown`);
  return `${head}${items.join('') || 'Nothing.\n'}${more}`;
}

function findingItems(
  { count, listed }: { readonly count: number; readonly listed: readonly Finding[] },
  all: string,
): string {
  return listed.map(findingItem).join('') + (count > listed.length ? `  ${rest(count, listed.length, all)}` : '');
}

function findingItem({ check, severity, diagnosis, pages, message }: Finding): string {
  const facts = [severity, `\`${check}\``, diagnosis ?? '', pagesText(pages)].filter((fact) => fact !== '');
  return `  - ${facts.join(', ')}: ${escaped(message).replaceAll('\n', '\n    ')}\n`;
}

function failedPart({ failed }: Digest, database: string): string {
  const items = failed.listed.map((failure) => {
    const again =
      failure.readAgainBy === 'retry'
        ? `in quarantine: read again when its bytes or the program change, or by \`juesuan retry ${failure.run} ${database}\``
        : 'read again by the next import';
    const reason = failure.reason ?? 'it was being read when its run ended';
    return [
      `- **${escaped(failure.file)}** (run ${failure.run}, attempt ${failure.attempts}): ${failure.errorClass ?? 'no error'}: ${escaped(reason)}\n`,
      ...(failure.remedy ? [`  - ${escaped(failure.remedy)}\n`] : []),
      `  - ${again}\n`,
    ].join('');
  });
  const more = rest(failed.count, failed.listed.length, `juesuan runs RUN ${database}`);
  return `## What failed (${failed.count})\n\n${items.join('') || 'Nothing.\n'}${more}`;
}

function quarantinePart({ quarantine }: Digest, database: string): string {
  if (quarantine.count === 0) return '';
  const retry = `juesuan retry ${database}`;
  const items = quarantine.listed.map(({ file, run, since, attempts, errorClass, reason, remedy }) =>
    [
      `- **${escaped(file)}** (since run ${run}, ${minute(since)}, attempt ${attempts}): ${errorClass}: ${escaped(reason)}\n`,
      ...(remedy ? [`  - ${escaped(remedy)}\n`] : []),
    ].join(''),
  );
  const what = `Of all runs. Imports pass these over, and exit with 1, until their bytes or the program change; \`${retry}\` reads them again as they are.\n\n`;
  const more = rest(quarantine.count, quarantine.listed.length, retry);
  return `## In quarantine (${quarantine.count})\n\n${what}${items.join('')}${more}`;
}

function addressesPart({ missedAddresses }: Digest, database: string): string {
  if (missedAddresses.count === 0) return '';
  const items = missedAddresses.listed.map(({ url, state, error, attempts, nextAttemptAt }) => {
    const next = nextAttemptAt === null ? 'given up until `fetch --retry`' : `again after ${minute(nextAttemptAt)}`;
    return `- <${url}>: ${state}, attempt ${attempts}: ${escaped(error)}; ${next}\n`;
  });
  const more = rest(missedAddresses.count, missedAddresses.listed.length, `juesuan query downloads ${database}`);
  return `## Addresses that are without a document now (${missedAddresses.count})\n\n${items.join('')}${more}`;
}

function runsPart({ runs, totals }: Digest): string {
  const engines = totals.engines
    .map(({ engine, documents }) => `${engine} (${counted(documents, 'document')})`)
    .join(', ');
  const lines = runs.map(
    ({ run, state, startedAt, endedAt, seconds, documents, skipped, programVersion, ocr }) =>
      `| ${run} | ${state} | ${minute(startedAt)} | ${minute(endedAt)} | ${seconds.toFixed(1)} | ${documents} | ${skipped} | ${programVersion} | ${ocr} |\n`,
  );
  return [
    '## The runs\n\n',
    '| run | state | began | ended | seconds | documents | stored already | program | ocr |\n|--:|---|---|---|--:|--:|--:|---|---|\n',
    ...lines,
    `\nPages read: ${totals.pages}, of them from pictures: ${totals.ocrPages}${engines === '' ? '' : ` (${engines})`}. `,
    `Seconds of all documents: ${totals.seconds.toFixed(1)}.\n`,
  ].join('');
}
