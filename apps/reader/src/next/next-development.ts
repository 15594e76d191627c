import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { NextHandler } from './next-pages.ts';

/** Next's own server, which builds as files change; only development needs it. */
export async function startDevelopment(dir: string): Promise<{
  handler: NextHandler;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  close: () => Promise<void>;
}> {
  const { default: next } = await import('next');
  const app = next({ dev: true, dir, quiet: true });
  await app.prepare();
  return {
    handler: app.getRequestHandler(),
    upgrade: app.getUpgradeHandler(),
    close: () => app.close(),
  };
}
