import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** What the made worker does with a picture, by the grey of its first pixel. */
export const DO = {
  answer: 0,
  exit: 1,
  killItself: 2,
  hang: 3,
  refuse: 4,
  answerAnotherQuestion: 5,
  answerAndExit: 6,
  hangAndIgnoreSignals: 7,
  talk: 8,
} as const;

/** The program: no engines, answers at once. The model that it names as its own is the id of its process. */
const PROGRAM = `
const page = () => ({
  answer: 'page',
  page: {
    ocr: { engine: 'made', model: String(process.pid), dpi: 300, turn: 0, skew: 0, lowQuality: false },
    runs: [], rules: [], unseen: 0, toReader: [1, 0, 0, 1, 0, 0],
  },
  images: [[2, { image: { width: 1, height: 1, data: new Uint8Array([9]) }, kind: 'number' }]],
});
const hang = () => setInterval(() => {}, 1000);
function read(image) {
  switch (image.data[0]) {
    case ${DO.exit}: return process.exit(3);
    case ${DO.killItself}: return process.kill(process.pid, 'SIGKILL');
    case ${DO.hang}: return hang();
    case ${DO.refuse}: return process.send({ answer: 'failed', reason: 'this picture cannot be read by ' + process.pid });
    case ${DO.answerAnotherQuestion}: return process.send({ answer: 'readings', readings: null });
    case ${DO.answerAndExit}: return process.send(page(), () => process.exit(0));
    case ${DO.hangAndIgnoreSignals}: process.on('SIGTERM', () => {}); return hang();
    case ${DO.talk}: console.log('words of an engine'); console.error('and more'); return process.send(page());
    default: return process.send(page());
  }
}
process.on('message', (request) => {
  if (request.ask === 'read') return read(request.image);
  if (request.ask === 'engines')
    return process.send({ answer: 'engines', engines: { first: { name: 'pp-ocrv4', model: 'made' }, second: null, reason: 'made' } });
  if (request.ask === 'cut-again')
    return process.send({ answer: 'images', images: request.page.runs.map((_, index) => [index, { image: request.image, kind: 'number' }]) });
  process.send({
    answer: 'readings',
    readings: request.lines.map(({ image }) => ({ text: String(image.data[0]), confidence: 1, characters: [], alternatives: [] })),
  });
});
process.on('disconnect', () => process.exit(0));
`;

/** The program in a folder of its own; `remove` takes it away. */
export function madeWorker(): { readonly program: URL; readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-worker-'));
  const file = join(folder, 'worker.mjs');
  writeFileSync(file, PROGRAM);
  return { program: pathToFileURL(file), folder, remove: () => rmSync(folder, { recursive: true }) };
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch {
    return false;
  }
}

/** Resolves when the process has gone; the time-out of the test is the limit. */
export async function gone(process_: number): Promise<void> {
  while (isAlive(process_)) await pause(10);
}
