import { readFile, stat } from 'node:fs/promises';
import { type DecodedPage, decodePage, MAX_PAGE_BYTES } from '@viewpoints/api/import/decode-page';
import { FindingsFile } from '@viewpoints/api/import/findings-file';
import { Failure } from '../failure.ts';
import { fromCaller } from '../from-caller.ts';

const words: Record<string, string> = {
  ENOENT: 'There is no such file',
  EACCES: 'This user may not read the file',
  EISDIR: 'This is a directory, not a file',
};

/** Reads a file of at most so many bytes. @throws {Failure} that says what is wrong with it */
export async function readBytes(path: string, most = MAX_PAGE_BYTES * 2): Promise<Uint8Array> {
  try {
    const { size } = await stat(fromCaller(path));
    // A file that is far too large is not read into memory; the decoder refuses the rest in its own
    // words.
    if (size > most)
      throw new Failure(`${path}: The file is larger than ${MAX_PAGE_BYTES / 1024 / 1024} MB.`);
    return await readFile(fromCaller(path));
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Failure(`${words[code] ?? message}: ${path}`);
  }
}

/** Reads and decodes a saved page. @throws {Failure} that says what is wrong with the file */
export async function readPageFile(
  path: string,
  encoding: string | null,
): Promise<Extract<DecodedPage, { ok: true }>> {
  const decoded = decodePage(await readBytes(path), { encoding });
  if (decoded.ok) return decoded;
  throw new Failure(`${path}: ${decoded.reasons.map(({ message }) => message).join(' ')}`);
}

/** Reads a file of findings. @throws {Failure} that says which part of it cannot be used */
export async function readFindingsFile(path: string): Promise<FindingsFile> {
  const text = new TextDecoder().decode(await readBytes(path));
  const parsed = FindingsFile.safeParse(parseJson(path, text));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues
    .slice(0, 10)
    .map((issue) => `  ${issue.path.join('.') || 'the file'}: ${issue.message}`);
  throw new Failure([`${path} is not a file of findings:`, ...issues].join('\n'));
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`${path} is not JSON: ${(error as Error).message}`);
  }
}
