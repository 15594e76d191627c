import { createReaderCaller, type ReaderCaller } from '@viewpoints/api/reader-caller';
import { addAccount, addActor, addArticle, addFinding } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { publish } from '@viewpoints/published/testing/publish';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeResource } from '../testing/make-resource.ts';

let db: TestDatabase;
let caller: ReaderCaller;
let by: string;
const log = { debug() {}, info() {}, warn() {}, error() {} };
const at = new Date('2021-02-03T09:00:00.000Z');

beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
  caller = createReaderCaller({ databaseUrl: db.readerUrl, log });
});
afterAll(async () => {
  await caller.close();
  await db.drop();
});

async function make(path: string) {
  const { resource, record } = await makeResource(caller, path, at);
  return { resource, tags: record.tags, movedTo: record.movedTo };
}

async function picture(path: string): Promise<Buffer> {
  const { resource } = await make(path);
  if (resource === null || typeof resource.body === 'string') throw new Error('no picture');
  expect(resource.type).toBe('image/png');
  return resource.body;
}

/** How many pixels of the left and of the right half, between head and foot, have ink on them. */
async function inkOf(image: Buffer): Promise<{ left: number; right: number }> {
  const { data, info } = await sharp(image)
    .extract({ left: 0, top: 210, width: 1200, height: 300 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let [left, right] = [0, 0];
  data.forEach((value, index) => {
    if (value > 128) return;
    if (index % info.width < info.width / 2) left += 1;
    else right += 1;
  });
  return { left, right };
}

const published = async (over: Partial<Parameters<typeof addArticle>[1]>) => {
  const article = await addArticle(db.editorial, { by, ...over });
  await publish(db.editorial, article.id, { at });
  return article;
};

describe('share images', () => {
  it('given an article, then a picture of the size that networks show, dropped with it', async () => {
    const { id, slug } = await published({ headline: 'The weir' });
    const { resource, tags } = await make(`/articles/${slug}/share.png`);
    expect(await sharp(resource?.body as Buffer).metadata()).toMatchObject({
      ...{ format: 'png', width: 1200, height: 630, hasAlpha: false },
    });
    expect([...tags]).toEqual(expect.arrayContaining([`article:${id}`, 'journal']));
  });

  it('given another headline, then another picture', async () => {
    const one = await published({ headline: 'The weir' });
    const two = await published({ headline: 'The mill' });
    const images = await Promise.all(
      [one, two, one].map(({ slug }) => picture(`/articles/${slug}/share.png`)),
    );
    expect(images[0]?.equals(images[2] as Buffer)).toBe(true);
    expect(images[0]?.equals(images[1] as Buffer)).toBe(false);
  });

  it('given a draft, an embargo or nothing, then nothing', async () => {
    const draft = await addArticle(db.editorial, { by });
    const later = await addArticle(db.editorial, { by });
    await publish(db.editorial, later.id, { at, visibleFrom: new Date(Date.now() + 3_600_000) });
    for (const slug of [draft.slug, later.slug, 'never-was'])
      expect((await make(`/articles/${slug}/share.png`)).resource).toBeNull();
    const finding = await addFinding(db.editorial, draft, { by });
    expect((await make(`/findings/${finding.id}/share.png`)).resource).toBeNull();
  });

  it('given an old slug, then on to the new one', async () => {
    const { id, slug } = await published({});
    await db.editorial.article.update({ where: { id }, data: { slug: `${slug}-new` } });
    await publish(db.editorial, id, { at });
    expect((await make(`/articles/${slug}/share.png`)).movedTo).toBe(
      `/articles/${slug}-new/share.png`,
    );
  });

  it('given a piece that runs from right to left, then its headline begins at the right', async () => {
    const [dari, hebrew, english] = await Promise.all(
      (
        [
          { headline: 'شورا', language: 'fa-AF', direction: 'rtl' },
          { headline: 'הסכר', language: 'he', direction: 'rtl' },
          { headline: 'Weir', language: 'en', direction: 'ltr' },
        ] as const
      ).map(async (over) => {
        const { slug } = await published(over);
        return inkOf(await picture(`/articles/${slug}/share.png`));
      }),
    );
    expect(dari).toEqual({ left: 0, right: expect.any(Number) });
    expect(dari?.right).toBeGreaterThan(500);
    expect(hebrew?.left).toBe(0);
    expect(hebrew?.right).toBeGreaterThan(500);
    expect(english?.left).toBeGreaterThan(500);
    expect(english?.right).toBe(0);
  });

  it('given a finding, then its picture; each stance has its own', async () => {
    const article = await addArticle(db.editorial, { by });
    const actor = await addActor(db.editorial);
    const holders = [{ actorId: actor.id, wording: null, basis: 'direct' as const }];
    const findings = [];
    for (const stance of ['supports', 'rejects'] as const)
      findings.push(await addFinding(db.editorial, article, { by, stance, holders }));
    await publish(db.editorial, article.id, { at });
    const images = await Promise.all(
      findings.map(({ id }) => picture(`/findings/${id}/share.png`)),
    );
    expect(images[0]?.equals(images[1] as Buffer)).toBe(false);
    const { tags } = await make(`/findings/${findings[0]?.id}/share.png`);
    expect([...tags]).toContain(`finding:${findings[0]?.id}`);
  });

  it('given the front page, then the journal', async () => {
    expect((await picture('/share.png')).length).toBeGreaterThan(1000);
  });
});
