import type { ArticleImportOptions, Renamed } from '@viewpoints/domain/imports/import-options';
import { slugOf } from '@viewpoints/domain/text/slug';
import { toLatin } from '@viewpoints/domain/text/to-latin';
import type { ForeignSource, MappedItem } from './foreign-source.ts';

type Choices = Pick<ArticleImportOptions, 'language' | 'authors' | 'topics'>;

/**
 * What another system exported, with what somebody chose for it: names of authors and topics that are
 * others here or are left out, and the language of what does not say its own.
 */
export function applyChoices(
  source: ForeignSource,
  { language, authors, topics }: Choices,
): ForeignSource {
  const authorOf = renamer(authors);
  const topicOf = renamer(topics);
  const changed = (mapped: MappedItem): MappedItem => ({
    ...mapped,
    authors: [...new Set(mapped.authors.flatMap((name) => authorOf(name) ?? []))],
    topics: mapped.topics.flatMap((topic) => {
      const name = topicOf(topic.name);
      if (name === null) return [];
      return name === topic.name ? [topic] : [{ name, slug: slugOf(name, toLatin) }];
    }),
  });
  return {
    ...source,
    site: { ...source.site, language: language ?? source.site.language },
    items: async function* (onForbidden) {
      for await (const item of source.items(onForbidden))
        yield { ...item, map: () => changed(item.map()) };
    },
  };
}

/** What a name is called here; null for one that is left out. */
function renamer(renames: readonly Renamed[]): (name: string) => string | null {
  const chosen = new Map(renames.map(({ from, to }) => [from, to]));
  return (name) => {
    const to = chosen.get(name) ?? name;
    return to === '' ? null : to;
  };
}
