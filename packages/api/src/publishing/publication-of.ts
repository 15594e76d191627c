import type { Publication } from '@viewpoints/published/project/publication';
import type { Command } from '../command.ts';
import type { Edition } from './compose-edition.ts';

/** The publication of an edition: the checked set, unchanged, and the ids behind its names. */
export function publicationOf(
  { origins }: Pick<Command, 'origins'>,
  { set, content, findings, connections, visibleFrom, path }: Edition,
): Publication {
  const ids = new Set(findings.map(({ id }) => id));
  return {
    ...{ set, content, findings, origins, visibleFrom, path },
    links: connections.links,
    supersessions: connections.supersessions.filter(
      ({ oldId, newId }) => ids.has(oldId) || ids.has(newId),
    ),
  };
}
