import type { Actor } from './actor.ts';
import { ActorView } from './actor-view.ts';

/** The public view of an actor; `partOf` is the actor it belongs to, where readers know that. */
export function actorViewOf(
  actor: Actor,
  partOf: { slug: string; name: string } | null,
): ActorView {
  return ActorView.parse({
    slug: actor.slug,
    kind: actor.kind,
    name: actor.name,
    aliases: actor.aliases,
    description: actor.description,
    partOf: partOf === null ? null : { slug: partOf.slug, name: partOf.name },
    wikidataId: actor.wikidataId,
  });
}
