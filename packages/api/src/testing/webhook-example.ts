import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

/** Takes messages of a journal; `handle` is given each of them once it is verified. */
export const createReceiver = (secret: string, handle: (id: string, message: unknown) => void) =>
  createServer(async (request, response) => {
    const headers = request.headers as Record<string, string>;
    const body = await buffer(request);
    try {
      const message = new Webhook(secret).verify(body.toString('utf8'), headers);
      handle(headers['webhook-id'] ?? '', message);
      response.writeHead(204).end();
    } catch {
      response.writeHead(400).end();
    }
  });
