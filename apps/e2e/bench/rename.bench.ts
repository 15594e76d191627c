import { appRouter } from '@viewpoints/api/app-router';
import type { ApiContext } from '@viewpoints/api/context';
import { encryptedReach } from '@viewpoints/api/outgoing/guarded-fetch';
import { createFactorCipher } from '@viewpoints/api/second-factor/factor-cipher';
import { createWebhookCipher } from '@viewpoints/api/webhooks/webhook-cipher';
import { connectEditorial } from '@viewpoints/db/client';
import { connectReader } from '@viewpoints/db/connect-reader';
import { fileStore } from '@viewpoints/pictures/store/file-store';
import { plantLargeJournal } from '@viewpoints/published/testing/large-journal/plant-large-journal';
import { report } from '../src/bench/report.ts';
import { makeFixtureDatabase } from '../src/support/fixture-database.ts';

/**
 * The wait of an editor who renames an actor that all findings of a journal name, or closes the
 * source that half of them rest on: the command, whose jobs rebuild the articles afterwards.
 */
const ROUNDS = 5;
const sizes = {
  few: { articles: 200, findings: 1_000 },
  many: { articles: 2_000, findings: 10_000 },
};

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Milliseconds of each rename, and of closing the source at the end. */
async function measure(size: { articles: number; findings: number }) {
  const database = await makeFixtureDatabase('nothing');
  const editorial = connectEditorial(database.url, { poolSize: 2 });
  const reader = connectReader(database.readerUrl, { poolSize: 2 });
  try {
    await plantLargeJournal(database.url, { ...size, sources: 1, actors: 1 });
    const { id } = await editorial.account.findFirstOrThrow();
    const account: ApiContext['account'] = {
      ...{ id, roles: ['editor', 'publisher'], name: 'The desk', email: 'desk@large.example' },
      ...{ scopes: null, session: null, token: null },
    };
    const context: ApiContext = {
      ...{ editorial, reader, account, requestId: null, log: silent, limit: async () => {} },
      guess: (attempt) => attempt(),
      factorCipher: createFactorCipher('of no account here'),
      webhookCipher: createWebhookCipher('of no webhook here'),
      instance: {
        ...{ adminUrl: 'http://a.example', apiUrl: 'http://b.example' },
        ...{
          readerUrl: 'http://c.example',
          externalServices: {
            webSubHub: null,
            indexNow: null,
            linkChecks: null,
            webhooks: encryptedReach,
          },
        },
        ...{ smtpUrl: null, mailFrom: 'a@b.example', media: fileStore(''), outboxDirectory: '' },
        uploads: { directory: '', maxBytes: 0, hours: 1 },
      },
    };
    const { actors, sources } = appRouter.createCaller(context).editor;
    const timed = async (work: () => Promise<unknown>): Promise<number> => {
      const began = performance.now();
      await work();
      return performance.now() - began;
    };
    const renames: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [listed] = (await actors.list({ limit: 1 })).items;
      const { id: actorId, save: seen, ...content } = await actors.get({ id: listed?.id ?? '' });
      const renamed = { ...content, name: `The Lockkeepers, ${round}` };
      const took = await timed(() => actors.save({ id: actorId, seen, content: renamed }));
      // The first round only warms everything up.
      if (round > 0) renames.push(took);
    }
    const [only] = (await sources.list({ limit: 1 })).items;
    const source = await sources.get({ id: only?.id ?? '' });
    const { id: sourceId, save: seen, createdAt: _, updatedAt: __, ...content } = source;
    const terms = { attribution: 'off_record', disclosure: 'clear' } as const;
    const closing = await timed(() =>
      sources.save({ id: sourceId, seen, content: { ...content, terms } }),
    );
    return { renames, closing };
  } finally {
    await Promise.all([editorial.$disconnect(), reader.$disconnect()]);
    await database.drop();
  }
}

for (const [name, size] of Object.entries(sizes)) {
  const { renames, closing } = await measure(size);
  const of = `${size.findings.toLocaleString('en-GB')} findings`;
  report({ name: `rename: an actor that ${of} name`, unit: 'ms', values: renames });
  report({
    ...{
      name: `rename: closing the source of ${size.articles.toLocaleString('en-GB')} articles`,
      unit: 'ms',
    },
    ...{ values: [closing], target: { most: name === 'many' ? 10_000 : 2_000 } },
  });
}
