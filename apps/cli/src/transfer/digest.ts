import { createHash } from 'node:crypto';

/** Passes bytes on, and knows in the end how many there were and their SHA-256 in hex. */
export function digesting(content: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    content: (async function* () {
      for await (const chunk of content) {
        hash.update(chunk);
        bytes += chunk.byteLength;
        yield chunk;
      }
    })(),
    end: () => ({ bytes, sha256: hash.digest('hex') }),
  };
}

/** All bytes at once, of what is known to be small enough. */
export async function gather(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}
