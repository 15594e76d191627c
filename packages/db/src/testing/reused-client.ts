import { type EditorialDatabase, editorialAdapter } from '../client.ts';
import { prismaClient } from '../prisma-client.ts';

type Adapter = Awaited<ReturnType<ReturnType<typeof editorialAdapter>['connect']>>;

/** Prisma's client, and the database it works on until it is given another. */
type ReusedClient = { client: EditorialDatabase; use: (adapter: Adapter) => void };

const idle: ReusedClient[] = [];

/**
 * Editors' database of a test, by a client that other tests of this process have used on theirs.
 * Making a client and compiling its queries for each test took each test a tenth of a second of the
 * processor. The connections are the test's own.
 * @param url as the owner
 */
export async function connectReused(url: string): Promise<{
  editorial: EditorialDatabase;
  disconnect: () => Promise<void>;
}> {
  const adapter = await editorialAdapter(url, { poolSize: 5 }).connect();
  const reused = idle.pop() ?? makeClient();
  reused.use(adapter);
  let isOpen = true;
  return {
    // Work that a test left running must not reach the database of the next one.
    editorial: new Proxy(reused.client, {
      get: (client, key) => {
        if (!isOpen) throw new Error('The test that this database belonged to has ended.');
        return Reflect.get(client, key);
      },
    }),
    disconnect: async () => {
      isOpen = false;
      await adapter.dispose();
      idle.push(reused);
    },
  };
}

function makeClient(): ReusedClient {
  let current: Adapter;
  const currentAdapter = new Proxy({} as Adapter, {
    get: (_, key) => {
      const value = Reflect.get(current, key);
      return typeof value === 'function' ? value.bind(current) : value;
    },
  });
  const { provider, adapterName } = editorialAdapter('postgresql://unused');
  return {
    client: prismaClient({
      provider,
      adapterName,
      connect: async () => currentAdapter,
      connectToShadowDb: () => Promise.reject(new Error('Tests migrate nothing by this client.')),
    }),
    use: (adapter) => {
      current = adapter;
    },
  };
}
