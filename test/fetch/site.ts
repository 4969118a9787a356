import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** A web server on loopback, as bad as a test wants it. */
export interface Site {
  /** Such as `http://127.0.0.1:40000`. */
  readonly origin: string;
  readonly port: number;
  /** Paths that were asked for, in their order. */
  readonly asked: string[];
  /** Times of the questions by the clock of the test, and their heads. */
  readonly requests: IncomingMessage[];
  /** The most connections that were open at the same time. */
  readonly connections: () => number;
}

/** What a path is answered with; a list: one answer after the other, the last one for good. */
type Answer = string | Buffer | ((request: IncomingMessage, response: ServerResponse) => void);
export type Pages = Readonly<Record<string, Answer | readonly Answer[]>>;

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Opens a site that goes away after the test. A path that has no page is answered with 404. */
export async function openSite(pages: Pages): Promise<Site> {
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  const counts = new Map<string, number>();
  let open = 0;
  let most = 0;
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    requests.push(request);
    const times = counts.get(path) ?? 0;
    counts.set(path, times + 1);
    const page = pages[path];
    const answer = isList(page) ? page[Math.min(times, page.length - 1)] : page;
    if (answer === undefined) response.writeHead(404).end('not found');
    else if (typeof answer === 'function') answer(request, response);
    else response.end(answer);
  };
  const server = createServer(listener);
  server.on('connection', (socket) => {
    open += 1;
    most = Math.max(most, open);
    socket.on('close', () => {
      open -= 1;
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, asked, requests, connections: () => most };
}

function isList(page: Answer | readonly Answer[] | undefined): page is readonly Answer[] {
  return Array.isArray(page);
}

/** An answer of a status alone, or with a head. */
export function status(code: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_request, response) => {
    response.writeHead(code, headers).end();
  };
}

export function redirect(to: string, code = 302): Answer {
  return status(code, { location: to });
}

/** Something that passes for a PDF: begins and ends like one. Different `words`, different content. */
export function pdf(words = 'a report'): Buffer {
  return Buffer.from(`%PDF-1.7\n% ${words}\n%%EOF\n`);
}
