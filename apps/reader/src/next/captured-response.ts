import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** The complete response of a handler. */
export type Captured = { status: number; type: string; body: Buffer };

/**
 * Requests `path` from an HTTP handler without a connection. The handler sees nothing of the
 * reader: a page is rendered once for everybody, so no header of one reader may shape it.
 */
export function captureResponse(
  handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  path: string,
): Promise<Captured> {
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.url = path;
  request.headers = { host: 'reader.internal', accept: 'text/html' };
  request.push(null);
  const response = new CapturingResponse(request);
  return new Promise((resolve, reject) => {
    response.once('finish', () => resolve(response.captured()));
    handler(request, response).catch(reject);
  });
}

class CapturingResponse extends ServerResponse {
  readonly #chunks: Buffer[] = [];

  captured(): Captured {
    const type = this.getHeader('content-type');
    return {
      status: this.statusCode,
      type: typeof type === 'string' ? type : 'text/html; charset=utf-8',
      body: Buffer.concat(this.#chunks),
    };
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.at(-1);
    if (headers !== null && typeof headers === 'object' && !Array.isArray(headers))
      for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
    return this;
  }

  override flushHeaders(): void {}

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#take(chunk);
    callback(rest)?.();
    return true;
  }

  override end(...args: unknown[]): this {
    if (typeof args[0] !== 'function' && args[0] !== undefined && args[0] !== null)
      this.#take(args[0]);
    callback(args)?.();
    this.emit('finish');
    this.emit('close');
    return this;
  }

  #take(chunk: unknown): void {
    if (typeof chunk === 'string') this.#chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
  }
}

function callback(args: unknown[]): (() => void) | undefined {
  return args.find((arg): arg is () => void => typeof arg === 'function');
}
