#!/usr/bin/env node
// Kills imports with SIGKILL and compares what is left: npm run kill-test -- --documents 300 --kills 50 --seed 1. See CONTRIBUTING.md.
// The test is TypeScript (test/kill); this only runs it, on the built program.
import { tsImport } from 'tsx/esm/api';

await tsImport('../test/kill/main.ts', import.meta.url);
