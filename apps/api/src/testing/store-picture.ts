import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@viewpoints/db/editorial/new-id';
import { addArticle } from '@viewpoints/db/testing/builders';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { publish } from '@viewpoints/published/testing/publish';

/** A picture as earlier versions stored it, shown by a published article; returns its id. */
export async function storePicture(
  { editorial }: Pick<TestDatabase, 'editorial'>,
  { directory, by, bytes, type }: { directory: string; by: string; bytes: Buffer; type: string },
): Promise<string> {
  const id = newId();
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, id), bytes);
  await editorial.media.create({
    data: {
      ...{ id, path: id, mediaType: type, byteSize: bytes.length, width: 48, height: 32 },
      ...{ sha256: createHash('sha256').update(bytes).digest('hex'), fileName: 'a', alt: 'a weir' },
      ...{ uploadedById: by, createdAt: new Date() },
    },
  });
  const attrs = { mediaId: id, alt: 'a weir', credit: null, width: 48, height: 32 };
  const text = { type: 'text' as const, text: 'The weir.' };
  const article = await addArticle(editorial, {
    by,
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [text] },
        { type: 'figure', attrs },
      ],
    },
  });
  await publish(editorial, article.id, { at: new Date() });
  return id;
}
