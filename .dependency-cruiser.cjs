/**
 * The borders of the source tree (docs/architecture.md). Every comment tells the reader what to do
 * when the rule stops them; a rule without such a sentence does not belong here.
 */

/** A wrong import at run time; `import type` of the same module stays free. */
const exceptTypes = { dependencyTypesNot: ['type-only'] };

/** What every stage may import besides itself and the stages before it. */
const shared = ['^src/errors\\.ts$'];

/**
 * Values, not only types, that later stages may take from earlier ones: geometry, the one loader of reference data, the paths of
 * numbers, the closed word lists of the contract, the reader of counts, which two texts are compared by, the words by which a reason says that it
 * is not whole, and the reader of amounts, by which
 * another reading of the same pixels is understood.
 */
const valuesForAll = [
  '^src/extract/place\\.ts$',
  '^src/normalize/seeds\\.ts$',
  '^src/normalize/classify/code-table\\.ts$',
  '^src/normalize/quantities\\.ts$',
  '^src/normalize/figures/(amount|unit)\\.ts$',
  '^src/normalize/report\\.ts$',
  '^src/normalize/narrative/claim\\.ts$',
  '^src/normalize/narrative/counted\\.ts$',
  '^src/normalize/narrative/open-reason\\.ts$',
];

/** The only modules that touch the disk. */
const diskDoors = [
  '^src/extract/pdf/open\\.ts$',
  '^src/extract/text/',
  '^src/extract/(picture-folder|kept-files)\\.ts$',
  // Models and language data are files of packages; readings are recorded for tests.
  '^src/extract/ocr/engines/(pp-ocr/models|tesseract/language-data|installation|recorded)\\.ts$',
  '^src/normalize/seeds\\.ts$',
  '^src/verify/explain\\.ts$',
  '^src/store/',
  '^src/pipeline\\.ts$',
  '^src/fetch/archive\\.ts$',
  '^src/cli/',
  '^src/batch/process-memory\\.ts$',
];

/** The only modules that start other programs: engines that may crash read in processes of their own (decision 0015). */
const programDoors = [
  '^src/extract/ocr/workers/worker-pool\\.ts$',
  // SQL of a user runs in a process that can be ended (decision 0020).
  '^src/store/bounded-query/ask-bounded\\.ts$',
  // Documents are imported in processes that can be ended (decision 0016).
  '^src/batch/worker-process\\.ts$',
];

/** The only modules that ask the network: fetching is the one thing that needs it (decision 0017). */
const networkDoors = ['^src/fetch/network/'];

module.exports = {
  forbidden: [
    {
      name: 'extract-knows-no-later-stage',
      severity: 'error',
      comment:
        'extract says what is printed and knows no accounting. Move the code that needs meaning to src/normalize, or pass what it needs as an argument.',
      from: { path: '^src/extract/' },
      to: { path: '^src/', pathNot: [...shared, '^src/extract/'] },
    },
    {
      name: 'normalize-knows-no-later-stage',
      severity: 'error',
      comment:
        'normalize says what a report means, not whether it adds up. A rule that compares figures belongs into src/verify; a word for the outcome belongs into src/normalize/report.ts.',
      from: { path: '^src/normalize/' },
      to: { path: '^src/', pathNot: [...shared, '^src/(extract|normalize)/'] },
    },
    {
      name: 'verify-knows-no-later-stage',
      severity: 'error',
      comment:
        'verify works on a Report in memory and never asks the database. Put a question about stored reports into a named query of src/store.',
      from: { path: '^src/verify/' },
      to: { path: '^src/', pathNot: [...shared, '^src/(extract|normalize|verify)/'] },
    },
    {
      name: 'store-knows-no-top',
      severity: 'error',
      comment: 'store keeps what it is given. Join stages in src/pipeline.ts and talk to people in src/cli.',
      from: { path: '^src/store/' },
      to: { path: '^src/', pathNot: [...shared, '^src/(extract|normalize|verify|store)/'] },
    },
    {
      name: 'normalize-takes-types-of-extract',
      severity: 'error',
      comment:
        'Between extract and normalize only values of the types in src/extract/document.ts travel. Write `import type`, use the geometry of src/extract/place.ts, or let src/pipeline.ts pass the value.',
      from: { path: '^src/normalize/' },
      to: { path: '^src/extract/', pathNot: valuesForAll, ...exceptTypes },
    },
    {
      name: 'verify-takes-types-of-earlier-stages',
      severity: 'error',
      comment:
        'verify sees a Report and nothing of how it was made. Write `import type`, use src/extract/place.ts, or let src/pipeline.ts pass the value.',
      from: { path: '^src/verify/' },
      to: { path: '^src/(extract|normalize)/', pathNot: valuesForAll, ...exceptTypes },
    },
    {
      name: 'store-takes-types-of-earlier-stages',
      severity: 'error',
      comment:
        'store writes down a VerifiedReport and computes nothing about it. Write `import type`, use src/extract/place.ts, or let src/pipeline.ts pass the value.',
      from: { path: '^src/store/' },
      to: { path: '^src/(extract|normalize|verify)/', pathNot: valuesForAll, ...exceptTypes },
    },
    {
      name: 'fetch-knows-no-stage',
      severity: 'error',
      comment:
        'fetch brings documents to the disk and does not know what is in them, nor where its memory is kept: it names the port it needs (download/ledger.ts). Join it with the store in src/cli.',
      from: { path: '^src/fetch/' },
      to: { path: '^src/', pathNot: [...shared, '^src/fetch/'] },
    },
    {
      name: 'only-cli-imports-fetch',
      severity: 'error',
      comment: 'Reading reports must work without a network. Let src/cli hand over what was fetched as files.',
      from: { path: '^src/', pathNot: '^src/(fetch|cli)/' },
      to: { path: '^src/fetch/' },
    },
    {
      name: 'undici-only-in-fetch-network',
      severity: 'error',
      comment:
        'Every question to the network goes through src/fetch/network, which looks at the address that is connected to. Ask with Web.exchange, or politely with a Courier.',
      from: { pathNot: '^src/fetch/network/' },
      to: { path: '(^|node_modules/)undici(/|$)' },
    },
    {
      name: 'nobody-imports-cli',
      severity: 'error',
      comment:
        'cli stands on top: it turns argv into calls and results into words. Move what others need out of src/cli into the stage that owns it.',
      from: { pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'pdfjs-only-in-extract-pdf',
      severity: 'error',
      comment:
        'pdf.js has one door, so that it can be replaced and its quirks stay in one folder. Let src/extract/pdf return a type of src/extract/document.ts.',
      from: { pathNot: '^src/extract/pdf/' },
      to: { path: '(^|node_modules/)pdfjs-dist(/|$)' },
    },
    {
      name: 'pdfjs-loaded-by-its-door',
      severity: 'error',
      comment:
        'pdf.js replaces functions of the engine by slow ones; loadPdfjs() puts the engine’s own back, and loads it only where there is a PDF. Ask it, take the operators from operators.ts, or write `import type`.',
      from: { path: '^src/extract/pdf/', pathNot: '^src/extract/pdf/pdfjs\\.' },
      to: { path: '(^|node_modules/)pdfjs-dist(/|$)', ...exceptTypes },
    },
    {
      name: 'sqlite-only-in-store',
      severity: 'error',
      comment: 'SQL has one door. Add a named query or a writer to src/store and call that.',
      from: { pathNot: '^src/store/' },
      to: { path: '(^|node_modules/)(@types/)?better-sqlite3(/|$)' },
    },
    {
      name: 'disk-only-at-doors',
      severity: 'error',
      comment:
        'Only the doors listed at the head of .dependency-cruiser.cjs touch the disk; the rest are pure functions that can be tested without files. Take the bytes or the text as an argument.',
      from: { path: '^src/', pathNot: diskDoors },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'no-network',
      severity: 'error',
      comment:
        'Reading a report needs no network (fetching one does, in src/fetch/network), and starts no program but the workers that read pictures and documents, and the process that answers SQL of users. When a stage really must, name its door here in the same change and write a decision record.',
      from: { path: '^src/', pathNot: [...programDoors, ...networkDoors] },
      to: { path: '^(node:)?(child_process|cluster|dgram|dns|http|http2|https|inspector|net|tls)(/promises)?$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Modules that import each other cannot be read one after the other. Move the shared type to the file that defines the term, or pass the function as an argument.',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nobody imports this module and it imports nobody. Use it or delete it.',
      from: { path: '^src/', pathNot: '\\.d\\.ts$', orphan: true },
      to: {},
    },
    {
      name: 'only-declared-dependencies',
      severity: 'error',
      comment:
        'The import is not among the dependencies of package.json (or only among the development ones). Add it there, with its reason in docs/decisions/dependencies.md, or do without.',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        ...exceptTypes,
      },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: 'The import leads nowhere. Imports inside src end in `.js` (the compiled name); check the spelling.',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
