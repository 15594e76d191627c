import type { EditorialDatabase } from '@viewpoints/db/client';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { dayRange } from '@viewpoints/db/editorial/list-filters';
import type { OrderedRequest, QueryPage } from '@viewpoints/db/editorial/page';
import {
  listSources,
  listSourcesByIds,
  type SourceListItem,
} from '@viewpoints/db/editorial/sources';
import { listOwnSourceIds, mayBeNamed, ownSources } from '@viewpoints/db/editorial/visible-sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { canOnAll } from '@viewpoints/domain/accounts/permissions';
import type { AttributionTerms } from '@viewpoints/domain/attribution/terms';
import { wordSource } from '@viewpoints/domain/attribution/wording';
import type { SourceKind } from '@viewpoints/domain/sources/source';

type SourcesRequest = OrderedRequest & {
  q?: string | undefined;
  kind?: SourceKind | undefined;
  terms?: AttributionTerms | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/**
 * Lists sources. A contributor sees those that their own work rests on, and of all others those that
 * may be named in public, with the public wording only; protected sources do not appear.
 */
export async function listVisibleSources(
  db: EditorialDatabase,
  acting: Principal,
  { terms, from, to, ...request }: SourcesRequest,
): Promise<QueryPage<SourceListItem>> {
  const filter = { ...request, changed: await dayRange(db, { from, to }) };
  const ofTerms = terms === undefined ? {} : { terms };
  if (canOnAll(acting, 'source.list')) return listSources(db, { ...filter, picked: ofTerms });
  const isOwn = ownSources(acting.id);
  // Others' sources are filtered by the terms that are shown, which waivers may have widened.
  const others = { AND: [mayBeNamed, { NOT: isOwn }] };
  const areShown = terms === undefined || terms === 'on_record';
  const picked = { OR: [{ AND: [isOwn, ofTerms] }, ...(areShown ? [others] : [])] };
  const { items, ...more } = await listSources(db, { ...filter, picked });
  const ids = items.map(({ id }) => id);
  const own = new Set(await listOwnSourceIds(db, acting.id, ids));
  const inPublic = await publicWordings(
    db,
    ids.filter((id) => !own.has(id)),
  );
  return {
    items: items.flatMap((item) => {
      if (own.has(item.id)) return [item];
      const named = inPublic.get(item.id);
      return named ? [{ ...item, ...named, findingCount: null, articleCount: null }] : [];
    }),
    ...more,
  };
}

/** The public wording of sources that may be named, by id; others are left out. */
async function publicWordings(db: EditorialDatabase, ids: string[]) {
  const { language } = await getJournal(db);
  const waivers = await listWaivers(db, ids);
  const worded = (await listSourcesByIds(db, ids)).flatMap((source) => {
    const worded = wordSource(
      source,
      waivers.filter(({ sourceId }) => sourceId === source.id),
      language,
    );
    if (!worded.ok || worded.source.named === null) return [];
    const { slug, kind, title, publisher, issued } = worded.source.named;
    return [
      [source.id, { slug, kind, title, publisher, issued, terms: worded.source.terms }] as const,
    ];
  });
  return new Map(worded);
}
