// Writes docs/data-dictionary.md from the built package: npm run build && node scripts/data-dictionary.mjs
import { writeFileSync } from 'node:fs';
import { dataDictionaryPage } from '../dist/store/data-dictionary.js';

writeFileSync(new URL('../docs/data-dictionary.md', import.meta.url), dataDictionaryPage());
