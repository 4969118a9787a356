// Preloaded (`node --import`) into the process that is measured: at its end, the last line of stderr is the peak memory in bytes.
import { writeSync } from 'node:fs';
import { resourceUsage } from 'node:process';

process.on('exit', () => writeSync(2, `\npeak-memory-bytes ${resourceUsage().maxRSS * 1024}\n`));
