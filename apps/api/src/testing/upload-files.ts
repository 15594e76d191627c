import { readdir } from 'node:fs/promises';
import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { buildExport } from '@viewpoints/api/import/wordpress/testing/build-export';
import type { ImportOptions } from '@viewpoints/domain/imports/import-options';
import { vi } from 'vitest';
import { type Answer, type Caller, origin, problemIn, type TestApi } from './test-api.ts';

const content = '<p>Ships pay by the hour.</p>';
/** An export of WordPress with a post, a page and a private post. */
export const posts = buildExport([
  { id: 1, title: 'The ports', slug: 'ports', content },
  { id: 2, title: 'A page', type: 'page', content },
  { id: 3, title: 'Hidden', status: 'private', slug: 'hidden', content, creator: 'otto' },
]);
/** The codes of what a refused call says. */
export const reasonsOf = (answer: Parameters<typeof problemIn>[0]) =>
  problemIn(answer).reasons.map(({ code }) => code);

export type SentFile = { name: string; bytes: Uint8Array | string };

/** Options of a kind, with what somebody chooses who changes nothing. */
export function optionsOf(kind: ImportOptions['kind']): ImportOptions {
  const ofArticles = { pages: false, language: null, authors: [], topics: [] };
  const site = 'https://old.example.org';
  switch (kind) {
    case 'wordpress':
      return { kind, ...ofArticles, encoding: null };
    case 'ghost':
      return { kind, ...ofArticles, site, addresses: '/{slug}/' };
    case 'markdown':
      return { kind, ...ofArticles, site, addresses: null };
    case 'feed':
      return { kind, ...ofArticles, site: null, encoding: null, fullText: false };
    case 'sources':
      return { kind, attribution: 'on_record', disclosure: 'clear' };
  }
}

/** An editor's program that imports by upload. */
export async function openUploader(api: TestApi) {
  const owner = { email: 'ines@journal.example', password: 'long enough' };
  await ensureOwner({ editorial: api.db.editorial }, owner);
  const cookie = await api.signIn(owner.email, owner.password);
  const as: Caller = { cookie };
  const call = (name: string, input: unknown, by = as) =>
    api.mutate(`editor.importUploads.${name}`, input, by);

  const sendChunk = (
    id: string,
    bytes: Uint8Array | string,
    { number = 0, offset = 0, headers = {} }: ChunkOptions = {},
  ): Promise<Answer> =>
    api.send(`/imports/uploads/${id}/${number}?offset=${offset}`, {
      method: 'PUT',
      headers: { origin, cookie, 'content-type': 'application/octet-stream', ...headers },
      body: new Uint8Array(Buffer.from(bytes)),
    });

  const create = (
    kind: ImportOptions['kind'],
    files: readonly SentFile[],
    options = optionsOf(kind),
  ) =>
    call('create', {
      options,
      files: files.map(({ name, bytes }) => ({ name, size: Buffer.from(bytes).length })),
    });

  const get = async (id: string) =>
    (await api.query('editor.importUploads.byId', { id }, as)).body.result.data;

  /** Waits until no job is at it any more. */
  const settled = (id: string) =>
    vi.waitFor(
      async () => {
        const found = await get(id);
        if (['reading', 'importing'].includes(found.upload.state)) throw new Error('at work');
        return found;
      },
      { timeout: 60_000, interval: 100 },
    );

  /** Sends files whole and has them read. */
  const read = async (
    kind: ImportOptions['kind'],
    files: readonly SentFile[],
    options = optionsOf(kind),
  ) => {
    const { id } = (await create(kind, files, options)).body.result.data;
    for (const [number, { bytes }] of files.entries()) await sendChunk(id, bytes, { number });
    await call('read', { id, options });
    return settled(id);
  };
  return { as, call, sendChunk, create, get, settled, read };
}

type ChunkOptions = { number?: number; offset?: number; headers?: Record<string, string> };

/** What lies in the directory of uploads. */
export const listUploaded = ({ instance }: TestApi): Promise<string[]> =>
  readdir(instance.uploads.directory).catch(() => []);
