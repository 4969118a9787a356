// Draws docs/images/page-and-row.png for the README: a piece of a page with the box of one figure, and the database row it became.
// Run after a build: `node scripts/page-and-row.mjs`. Needs @napi-rs/canvas, which pdfjs-dist brings along.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readReport } from '../dist/index.js';

const require = createRequire(import.meta.url);
const { createCanvas, GlobalFonts } = createRequire(require.resolve('pdfjs-dist/package.json'))('@napi-rs/canvas');

const SAMPLE = fileURLToPath(new URL('../samples/quanzhou-bigdata-2023-final-rebuilt.pdf', import.meta.url));
const TARGET = fileURLToPath(new URL('../docs/images/page-and-row.png', import.meta.url));
const SCALE = 1.8;
const MARGIN = 12;
const LINE = 27;

const fonts = dirname(require.resolve('@fontsource/noto-sans-sc/package.json'));
GlobalFonts.registerFromPath(join(fonts, 'files/noto-sans-sc-chinese-simplified-400-normal.woff'), 'Noto Sans SC');

const report = await readReport(SAMPLE);
const statement = report.statements.find(({ kind }) => kind === 'expenditure');
const row = statement.rows.find(({ key }) => key === '2150599');
const figure = row.figures.project;
const [{ page: number, box }] = figure.places;
const rows = [
  ['statement', `${statement.kind}  ${statement.title}`],
  ['row', `${row.code.code}  ${row.label}`],
  ['column', `project  ${statement.columns.find(({ key }) => key === 'project').header}`],
  ['printed', `${figure.printed} ${statement.unit}`],
  ['amount_fen', String(figure.amount.fen)],
  ['place', `page ${number}, box ${[box.left, box.top, box.right, box.bottom].join(' ')}`],
  [
    'status',
    `${figure.status}: ${report.checks
      .filter(
        (check) =>
          check.outcome === 'exact' &&
          check.figures.includes(`${report.statements.indexOf(statement)}/${statement.rows.indexOf(row)}/project`),
      )
      .map(({ check }) => check)
      .join(', ')}`,
  ],
];

const home = dirname(require.resolve('pdfjs-dist/package.json'));
const document = await getDocument({
  data: new Uint8Array(readFileSync(SAMPLE)),
  cMapUrl: join(home, 'cmaps/'),
  standardFontDataUrl: join(home, 'standard_fonts/'),
  verbosity: 0,
}).promise;
const page = await document.getPage(number);
const viewport = page.getViewport({ scale: SCALE });
const whole = createCanvas(viewport.width, viewport.height);
await page.render({ canvas: whole, canvasContext: whole.getContext('2d'), viewport }).promise;

const top = (box.top - 330) * SCALE;
const height = 445 * SCALE;
const figureCanvas = createCanvas(viewport.width, height + rows.length * LINE + 3 * MARGIN);
const context = figureCanvas.getContext('2d');
context.fillStyle = '#ffffff';
context.fillRect(0, 0, figureCanvas.width, figureCanvas.height);
context.drawImage(whole, 0, top, viewport.width, height, 0, 0, viewport.width, height);
context.strokeStyle = '#d0021b';
context.lineWidth = 2.5;
context.strokeRect(
  box.left * SCALE - 4,
  box.top * SCALE - top - 4,
  (box.right - box.left) * SCALE + 8,
  (box.bottom - box.top) * SCALE + 8,
);
context.fillStyle = '#f4f6f8';
context.fillRect(MARGIN, height + MARGIN, figureCanvas.width - 2 * MARGIN, rows.length * LINE + MARGIN);
context.font = '17px "Noto Sans SC"';
rows.forEach(([name, value], index) => {
  const y = height + MARGIN + (index + 1) * LINE - 3;
  context.fillStyle = '#667788';
  context.fillText(name, 3 * MARGIN, y);
  context.fillStyle = name === 'place' || name === 'amount_fen' ? '#d0021b' : '#111111';
  context.fillText(value, 190, y);
});
writeFileSync(TARGET, await figureCanvas.encode('png'));
await document.destroy();
