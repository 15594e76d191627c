import { authorTable } from '@viewpoints/db/editorial/authors';
import { entrySlugTaken, findEntryByName } from '@viewpoints/db/editorial/imports';
import { newId } from '@viewpoints/db/editorial/new-id';
import { topicTable } from '@viewpoints/db/editorial/topics';
import { AuthorContent } from '@viewpoints/domain/articles/article';
import { slugOf } from '@viewpoints/domain/text/slug';
import { toLatin } from '@viewpoints/domain/text/to-latin';
import { TopicContent } from '@viewpoints/domain/topics/topic';
import { Slug } from '@viewpoints/domain/values';
import { type Command, type CommandContext, permit, record, runCommand } from '../../command.ts';
import type { MappedItem } from './foreign-source.ts';

type EntryKind = 'author' | 'topic';

const keyOf = (kind: EntryKind, name: string) => `${kind} ${name.toLowerCase()}`;

/** The authors, or the topics, that an item names. */
const namedIn = (mapped: MappedItem, kind: EntryKind): { name: string; slug: string }[] =>
  kind === 'author' ? mapped.authors.map((name) => ({ name, slug: '' })) : mapped.topics;

/** The authors and topics that items name, found by their names or added. */
export class CatalogueEntries {
  readonly #ctx: CommandContext;
  /** Ids by kind and name in lower case. */
  readonly #ids = new Map<string, string>();

  constructor(ctx: CommandContext) {
    this.#ctx = ctx;
  }

  /**
   * Finds those of an item, and adds those that are not there: before the item, since two items that
   * are written at once may name the same.
   */
  async add(mapped: MappedItem): Promise<void> {
    for (const kind of ['author', 'topic'] as const)
      for (const named of namedIn(mapped, kind)) {
        const key = keyOf(kind, named.name);
        if (this.#ids.has(key)) continue;
        const id = await runCommand(this.#ctx, (command) => entryId(command, kind, named));
        this.#ids.set(key, id);
      }
  }

  idsOf(mapped: MappedItem, kind: EntryKind): string[] {
    const names = namedIn(mapped, kind);
    return [...new Set(names.flatMap(({ name }) => this.#ids.get(keyOf(kind, name)) ?? []))];
  }
}

async function entryId(
  command: Command,
  kind: EntryKind,
  { name, slug }: { name: string; slug: string },
): Promise<string> {
  const { tx } = command;
  const existing = await findEntryByName(tx, kind, name);
  if (existing !== null) return existing;
  permit(command, `${kind}.create`);
  const id = newId();
  const free = await freeEntrySlug(command, kind, [slug, slugOf(name, toLatin)]);
  await (kind === 'author'
    ? authorTable.insert(tx, id, AuthorContent.parse({ slug: free, name }))
    : topicTable.insert(tx, id, TopicContent.parse({ slug: free, name })));
  await record(command, `${kind}.create`, [kind, id]);
  return id;
}

async function freeEntrySlug({ tx }: Command, kind: EntryKind, wanted: string[]): Promise<string> {
  const fitting = wanted.filter((slug) => Slug.safeParse(slug).success);
  for (const slug of fitting) if (!(await entrySlugTaken(tx, kind, slug))) return slug;
  return `${fitting[0]?.slice(0, 80).replace(/-+$/, '') ?? kind}-${newId().slice(0, 8)}`;
}
