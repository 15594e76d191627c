import type { MediaStore } from './media-store.ts';

/**
 * Two stores while pictures and files are moved from one to the other: written to the first, read from both.
 * Whatever is removed or replaced must not be left in the second: it would be read there, or moved back.
 */
export function bothStores(current: MediaStore, also: MediaStore): MediaStore {
  return {
    place: `${current.place} and ${also.place}`,
    prepare: async () => (await current.prepare()) + (await also.prepare()),
    write: (id, bytes) => current.write(id, bytes),
    confirm: async (id) => {
      await current.confirm(id);
      await also.confirm(id);
    },
    doubt: async (id) => {
      await current.doubt(id);
      await also.doubt(id);
    },
    remove: async (id) => {
      await also.remove(id);
      await current.remove(id);
    },
    replace: async (id, bytes) => {
      await current.replace(id, bytes);
      await also.doubt(id);
      await also.remove(id);
    },
    // The second time, since it may have been moved between the first and the second.
    open: async (id) =>
      (await current.open(id)) ?? (await also.open(id)) ?? (await current.open(id)),
    list: async function* () {
      const listed = new Set<string>();
      for (const store of [current, also])
        for await (const entry of store.list()) {
          if (listed.has(entry.id)) continue;
          listed.add(entry.id);
          yield entry;
        }
    },
    probe: async () => {
      await current.probe();
      await also.probe();
    },
    sweep: async (hasRow, age) =>
      (await current.sweep(hasRow, age)) + (await also.sweep(hasRow, age)),
  };
}
