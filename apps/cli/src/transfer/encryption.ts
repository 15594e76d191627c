import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { TransferError } from '@viewpoints/published/transfer/transfer-error';
import { Decrypter, Encrypter } from 'age-encryption';
import { Failure } from '../failure.ts';

/** How an encrypted file begins (age-encryption.org/v1). */
export const encryptedMark = Buffer.from('age-encryption.org/v1\n');

/** Whether a text is a public key that something can be encrypted to. */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** Encrypts bytes to public keys: with any of the secret keys they can be read. */
export async function encryptTo(
  recipients: readonly string[],
  bytes: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(streamOf(bytes));
}

/**
 * Decrypts bytes as a stream: only at the end is it known that nothing was cut off.
 * @throws {TransferError} `wrong_identity`, `cut_short`
 */
export async function* decryptWith(
  identities: readonly string[],
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  let plain: AsyncIterable<Uint8Array>;
  try {
    for (const identity of identities) decrypter.addIdentity(identity);
    plain = await decrypter.decrypt(streamOf(bytes));
  } catch (error) {
    throw new TransferError('wrong_identity', 'It is not encrypted to this key.', {
      cause: error,
    });
  }
  const iterator = plain[Symbol.asyncIterator]();
  for (;;) {
    const { value, done } = await iterator.next().catch((error: unknown) => {
      throw new TransferError('cut_short', 'The file is cut short, or was changed.', {
        cause: error,
      });
    });
    if (done) return;
    yield value;
  }
}

/**
 * The secret keys of a file as age-keygen writes it.
 * @throws {Failure} if it has none
 */
export async function readIdentities(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Failure(`The file with the secret key cannot be read: ${path}`);
  });
  const keys = text.split(/\r?\n/).filter((line) => /^AGE-SECRET-KEY-/.test(line));
  if (keys.length > 0) return keys;
  throw new Failure(`There is no secret key in ${path}: its line begins with AGE-SECRET-KEY-.`);
}

function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array<ArrayBuffer>>;
}
