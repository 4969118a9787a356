import { chooseEngines } from '../engines/choose.js';
import { pageReader } from '../page-reader.js';
import type { Answer, Request } from './messages.js';

/*
 * The program of a worker process: native engines may crash or hang, and then only this process and one page are lost.
 * It ends when the program that started it does.
 */

const reader = pageReader(() => chooseEngines());

async function answerTo(request: Request): Promise<Answer> {
  try {
    switch (request.ask) {
      case 'engines':
        return { answer: 'engines', engines: await reader.engines() };
      case 'read': {
        const { page, images } = await reader.read(request.image);
        return { answer: 'page', page, images: [...images] };
      }
      case 'cut-again':
        return { answer: 'images', images: [...(await reader.cutAgain(request.image, request.page))] };
      case 'read-again':
        return { answer: 'readings', readings: await reader.readAgain(request.lines) };
    }
  } catch (error) {
    return { answer: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

process.on('message', (request: Request) => {
  void answerTo(request).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
