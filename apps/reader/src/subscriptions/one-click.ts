import type { IncomingMessage } from 'node:http';

/** Longer than the body that RFC 8058 has mail programs send, in either of its two forms. */
const maxBytes = 4_000;

/** Whether a request says `List-Unsubscribe=One-Click`, as a form or in parts (RFC 8058, 3.2). */
export async function isOneClick(request: IncomingMessage): Promise<boolean> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) return false;
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks).toString('latin1');
  return (
    new URLSearchParams(body).get('List-Unsubscribe') === 'One-Click' ||
    /name="?List-Unsubscribe"?\r?\n(?:[^\r\n]+\r?\n)*\r?\nOne-Click\r?\n/i.test(body)
  );
}
