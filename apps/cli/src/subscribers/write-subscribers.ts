import { access, rename, rm } from 'node:fs/promises';
import { unfinished } from '@viewpoints/config/durable-file';
import { Failure } from '../failure.ts';
import { encryptTo, isRecipient } from '../transfer/encryption.ts';
import { writeSyncedStream } from '../transfer/write-target.ts';

/**
 * Writes subscribers to a new file that its owner alone may read, a line of JSON for each. It has its name
 * once it is whole. Returns how many there are.
 * @throws {Failure} if it is there already, or it is not said whether and to whom it is encrypted
 */
export async function writeSubscribers(
  path: string,
  { plain = false, recipient = [] }: { plain?: boolean; recipient?: readonly string[] },
  list: () => AsyncIterable<object>,
): Promise<number> {
  if (plain === recipient.length > 0)
    throw new Failure(
      plain
        ? 'The file is either encrypted or plain: give --recipient or --plain, and not both.'
        : 'The file has the addresses of readers. Give the public key that it is encrypted to, --recipient age1…, or say --plain.',
    );
  if (!recipient.every(isRecipient))
    throw new Failure(
      'This is no public key of age; it begins with age1 and is made with: age-keygen -o key.txt',
    );
  if (path.endsWith('.age') === plain)
    throw new Failure('The name of an encrypted file ends in .age, and of no other.');
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new Failure(`${path} is there already. Give another name.`);
  let written = 0;
  async function* lines() {
    for await (const each of list()) {
      written += 1;
      yield Buffer.from(`${JSON.stringify(each)}\n`);
    }
  }
  const part = unfinished(path);
  await rm(part, { force: true });
  try {
    await writeSyncedStream(part, plain ? lines() : await encryptTo(recipient, lines()));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return written;
}
