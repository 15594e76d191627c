import type { DeskNews, PersonHere } from '@viewpoints/working-copy/messages';

const nobody: readonly PersonHere[] = [];

/** Who has which article open, as the server said last. */
export type PresenceStore = {
  /** Of one article; the same array until that changes. */
  of: (articleId: string) => readonly PersonHere[];
  subscribe: (listener: () => void) => () => void;
  set: (articles: Extract<DeskNews, { kind: 'here' }>['articles']) => void;
};

export function createPresenceStore(): PresenceStore {
  let people = new Map<string, readonly PersonHere[]>();
  const listeners = new Set<() => void>();
  return {
    of: (articleId) => people.get(articleId) ?? nobody,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (articles) => {
      people = new Map(
        articles.map(({ id, people: now }) => {
          const before = people.get(id);
          return [id, before && JSON.stringify(before) === JSON.stringify(now) ? before : now];
        }),
      );
      for (const listener of listeners) listener();
    },
  };
}

/** Of the account that is signed in on this page. */
export const presence: PresenceStore = createPresenceStore();
