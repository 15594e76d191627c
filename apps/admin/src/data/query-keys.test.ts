import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { invalidateKeys } from './query-keys.ts';

it('has what is cached under a key read again, and nothing else', async () => {
  const client = new QueryClient();
  client.setQueryData(['articles', 'list'], 1);
  client.setQueryData(['article', 'a'], 2);
  client.setQueryData(['desk'], 3);
  await invalidateKeys(client, [['articles'], ['desk']]);
  const isStale = (queryKey: Parameters<typeof client.getQueryState>[0]) =>
    client.getQueryState(queryKey)?.isInvalidated;
  expect(isStale(['articles', 'list'])).toBe(true);
  expect(isStale(['desk'])).toBe(true);
  expect(isStale(['article', 'a'])).toBe(false);
});

it('knows no key that does not begin with a name of the router', () => {
  const client = new QueryClient();
  // @ts-expect-error a typing mistake would leave what is cached as it is
  void client.invalidateQueries({ queryKey: ['artcles'] });
});
