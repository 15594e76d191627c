import type { Person } from './test-desk.ts';

type Change = () => Promise<{ change: () => Promise<unknown> }>;

let made = 0;
/** An address that nothing has. */
export const someAddress = (): string => `/2019/${++made}/an-old-one`;

/** A change by each procedure of redirects, and what is needed before it. */
export function redirectChanges(getPublisher: () => Person): Record<string, Change> {
  const calls = () => getPublisher().call.editor.redirects;
  const content = () => ({ from: someAddress(), to: '/articles/a-new-one' });
  const added = async () => {
    const { id, from, save: seen } = await calls().add({ content: content() });
    return { id, seen, from };
  };
  return {
    add: async () => ({ change: () => calls().add({ content: content() }) }),
    save: async () => {
      const { id, seen, from } = await added();
      return { change: () => calls().save({ id, seen, content: { from, to: '/articles/b' } }) };
    },
    remove: async () => {
      const { id } = await added();
      return { change: () => calls().remove({ id }) };
    },
    import: async () => ({ change: () => calls().import({ csv: `${someAddress()},/articles/b` }) }),
  };
}
