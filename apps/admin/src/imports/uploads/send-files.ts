import { type ImportOptions, uploadChunkSize } from '@viewpoints/domain/imports/import-options';
import { problemOf } from '../../data/problem.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { sessionFetch } from '../../session/session-fetch.ts';

/** How often a chunk is sent again whose connection broke off. */
const attempts = 5;

export type Sending = {
  signal: AbortSignal;
  /** From 0 to 1. */
  onShare: (share: number) => void;
  /** Called once the import exists, which has to be cancelled if nothing comes of it. */
  onBegun: (id: string) => void;
};

/** Sends the files of an import and has them read; returns its id. Throws the API's problem. */
export async function sendFiles(
  options: ImportOptions,
  files: readonly File[],
  { signal, onShare, onBegun }: Sending,
): Promise<string> {
  const api = viewpoints.editor.importUploads;
  const { id } = await api.create.mutate({
    options,
    files: files.map(({ name, size }) => ({ name: name.slice(-255), size })),
  });
  onBegun(id);
  const whole = files.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  for (const [number, file] of files.entries()) {
    for (let offset = 0; offset < file.size; offset += uploadChunkSize) {
      await sendChunk(`/imports/uploads/${id}/${number}?offset=${offset}`, {
        body: file.slice(offset, offset + uploadChunkSize),
        signal,
      });
      onShare(Math.min(1, (before + offset + uploadChunkSize) / whole));
    }
    before += file.size;
  }
  await api.read.mutate({ id, options });
  return id;
}

async function sendChunk(
  address: string,
  { body, signal }: { body: Blob; signal: AbortSignal },
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await sessionFetch(address, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body,
      signal,
    }).catch((error: unknown) => {
      if (signal.aborted || attempt >= attempts) throw error;
      return null;
    });
    if (answer?.ok) return;
    const isTransient = answer === null || answer.status === 429 || answer.status >= 502;
    if (!isTransient || attempt >= attempts)
      throw problemOf(answer === null ? null : await answer.json().catch(() => null));
    await new Promise((done) => setTimeout(done, 500 * 2 ** attempt));
    signal.throwIfAborted();
  }
}
