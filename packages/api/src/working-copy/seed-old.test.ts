import { type DumpedVersion, loadDump } from '@viewpoints/db/testing/load-dump';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { prepareDatabase } from '@viewpoints/published/prepare/prepare-database';
import { readShared } from '@viewpoints/working-copy/shared-content';
import { sharedFrom } from '@viewpoints/working-copy/shared-document';
import { expect, test } from 'vitest';
import { openTestDesk } from '../testing/test-desk.ts';
import { sharedContentOf } from './open-copy.ts';

test.each<DumpedVersion>(['733125b', 'e2d16c4'])(
  'each article of a database that %s made gets its shared document at its next save',
  async (version) => {
    const db = await loadDump(version);
    await prepareDatabase(db.url, { secret: db.secret, readerUrl: null });
    const desk = await openTestDesk(db);
    const editor = await desk.person('editor');
    const { editorial } = desk.db;
    const rows = await editorial.article.findMany({
      // The others have to be restored before they can be edited.
      where: { state: { notIn: ['retracted', 'archived'] } },
      select: { id: true },
    });
    expect(rows.length).toBeGreaterThan(20);
    expect(await editorial.articleCopy.count()).toBe(0);
    for (const { id } of rows) {
      const before = (await editor.call.editor.articles.get({ id })).article;
      const content = { ...articleContentOf(before), section: 'Written in' };
      const seen = before.save;
      const { article } = await editor.call.editor.articles.save({ id, seen, content });
      expect(article).toMatchObject({ ...content, save: seen + 1 });
      const copy = await editorial.articleCopy.findUniqueOrThrow({
        where: { articleId: id },
        include: { updates: true },
      });
      const then = readShared(sharedFrom(copy.state, [])).data;
      expect(then).toEqual(sharedContentOf(before));
      const now = sharedFrom(
        copy.state,
        copy.updates.map(({ update }) => update),
      );
      expect(readShared(now).data).toEqual(sharedContentOf(article));
    }
    await desk.close();
  },
  120_000,
);
