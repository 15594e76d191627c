import { expect, test } from 'vitest';
import { choice, lostParts, readFilters, readOrder } from './list-filters.ts';

const fields = {
  state: choice('State', 'Any state', { draft: 'Draft', published: 'Published' }),
  topic: {
    ...({ kind: 'entry', label: 'Topic', any: 'Any topic' } as const),
    search: async () => [],
    nameOf: async () => '',
  },
  from: { kind: 'day', label: 'From' } as const,
};
const read = (address: string) => {
  const params = new URLSearchParams(address);
  return readFilters(fields, (name) => params.get(name));
};

test('what an address says of filters is read', () => {
  const topic = '01900000-0000-7000-8000-00000000abcd';
  expect(read(`state=draft&topic=${topic}&from=2031-05-14&open=new`)).toEqual({
    ...{ state: 'draft', topic, from: '2031-05-14' },
  });
});

test('what no filter could have written is left out, so that the list shows nevertheless', () => {
  expect(read('state=nonsense&topic=ceasefire&from=2031-02-30')).toEqual({});
  expect(read('state=&topic=&from=')).toEqual({});
});

test('an order that a list does not have is the last changed first', () => {
  expect(readOrder(['newest', 'oldest'], 'oldest')).toBe('oldest');
  expect(readOrder(['newest', 'oldest'], 'name')).toBe('newest');
  expect(readOrder(['newest', 'oldest'], null)).toBe('newest');
});

test('the parts of a saved filter that the list no longer has are named', () => {
  const part = (name: string, value: string) => ({ name, value });
  const kept = [part('q', 'delta'), part('order', 'oldest'), part('from', '2031-05-14')];
  expect(lostParts(fields, ['newest', 'oldest'], kept)).toEqual([]);
  expect(
    lostParts(fields, ['newest'], [...kept, part('state', 'lapsed'), part('whose', 'mine')]),
  ).toEqual(['order', 'State', 'whose']);
});
