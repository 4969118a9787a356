#!/usr/bin/env node
// Makes a corpus of invented reports with their truth: node scripts/make-corpus.mjs --reports 2000 --seed 1 --into DIR [--planted 5].
// The maker is TypeScript (samples/make/corpus); this only runs it. What is in the corpus: samples/README.md.
import { tsImport } from 'tsx/esm/api';

await tsImport('../samples/make/corpus/main.ts', import.meta.url);
