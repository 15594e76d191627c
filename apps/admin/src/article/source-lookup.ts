import type { Outputs } from '@viewpoints/client';
import { viewpoints } from '../data/viewpoints.ts';
import type { sourceKinds } from '../form-labels.ts';
import { sourceHint } from '../sources/source-content.ts';
import type { Option } from '../ui/combobox.tsx';

const { sources } = viewpoints.editor;

/** Sources whose title has the words; the newest where there are none. */
export async function searchSources(q: string): Promise<Option[]> {
  const { items } = await sources.list.query(q === '' ? { limit: 20 } : { q, limit: 20 });
  return items.map(sourceOption);
}

/** A source by its id, as it is offered for choice. */
export async function readSource(id: string): Promise<Option> {
  try {
    return sourceOption(await sources.get.query({ id }));
  } catch (error) {
    // Contributors have a source from the list alone, as far as it is shown to them.
    const listed = await fromSourceList(id);
    if (listed) return listed;
    throw error;
  }
}

/** A source as the list shows it to the caller. */
async function fromSourceList(id: string): Promise<Option | null> {
  let cursor: string | null = null;
  do {
    const page: Outputs['editor']['sources']['list'] = await sources.list.query({
      limit: 100,
      ...(cursor ? { cursor } : {}),
    });
    const found = page.items.find((source) => source.id === id);
    if (found) return sourceOption(found);
    cursor = page.nextCursor;
  } while (cursor);
  return null;
}

const sourceOption = (source: {
  id: string;
  title: string;
  kind: keyof typeof sourceKinds;
  issued: string | null;
}): Option => ({
  id: source.id,
  label: source.title,
  hint: sourceHint(source.kind, source.issued),
});
