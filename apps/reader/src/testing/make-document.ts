import type { ReaderCaller } from '@viewpoints/api/reader-caller';
import { saysNotFound } from '@viewpoints/api/reader-caller';
import type { MadeDocument } from '../documents/document.ts';
import { type RenderRecord, withRender } from '../render-record.ts';
import { readAddress } from '../server/address.ts';

/** A document as the server would make it; null where there is none at the address. */
export async function makeDocument(
  caller: Pick<ReaderCaller, 'calls'>,
  path: string,
  now = new Date(),
): Promise<{ document: MadeDocument | null; text: string; record: RenderRecord }> {
  const tags = new Set<string>();
  const record: RenderRecord = {
    calls: caller.calls((shown) => {
      for (const tag of shown) tags.add(tag);
    }),
    saysNotFound,
    now,
    siteUrl: 'https://journal.example',
    scripts: new Map(),
    tags,
    frames: new Set(),
    status: 200,
    until: Number.POSITIVE_INFINITY,
    movedTo: null,
    failure: null,
  };
  const address = readAddress(path);
  const document =
    address.kind === 'document' ? await withRender(record, () => address.make()) : null;
  return { document, text: document?.body.toString() ?? '', record };
}
