import { hashOf } from '@viewpoints/api/accounts/password';
import { connectEditorial } from '@viewpoints/db/client';
import { insertAccount } from '@viewpoints/db/editorial/accounts';
import { newId } from '@viewpoints/db/editorial/new-id';
import { openDatabase } from '../database.ts';
import { Failure } from '../failure.ts';
import type { Participants } from './article-steps.ts';
import { type Outcome, openDesk, type Statuses } from './calls.ts';
import type { Product } from './product.ts';

/** Creates a second account, a topic and an author for the byline. Nothing is killed meanwhile. */
export async function createParticipants(
  product: Product,
  statuses: Statuses,
): Promise<Participants> {
  const writer = { email: 'writer@soak.example', password: 'another long run' };
  const database = await openDatabase(
    { databaseUrl: null, dataDir: product.dataDir },
    { join: true, say: () => {} },
  );
  const editorial = connectEditorial(database.url, { poolSize: 1 });
  try {
    await insertAccount(editorial, {
      ...{ id: newId(), email: writer.email, name: 'Wren Tolliver', roles: ['contributor'] },
      ...{ passwordHash: await hashOf(writer.password), at: new Date() },
    });
  } finally {
    await editorial.$disconnect();
  }
  const publisher = await openDesk(product, product.owner, statuses);
  const author = await openDesk(product, writer, statuses);
  const made = async (what: string, outcome: Promise<Outcome<{ id: string }>>) => {
    const found = await outcome;
    if (found.kind === 'done') return found.value.id;
    throw new Failure(`${what} could not be made: ${JSON.stringify(found)}`);
  };
  const topic = { slug: 'soak', name: 'Soak' };
  const byline = { slug: 'wren-tolliver', name: 'Wren Tolliver' };
  return {
    ...{ author, publisher },
    topicId: await made('A topic', publisher.call('editor.topics.create', topic)),
    authorId: await made('An author', publisher.call('editor.authors.create', byline)),
  };
}
