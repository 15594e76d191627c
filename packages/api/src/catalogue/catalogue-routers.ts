import { actorTable } from '@viewpoints/db/editorial/actors';
import { authorTable } from '@viewpoints/db/editorial/authors';
import { issueTable } from '@viewpoints/db/editorial/issues';
import { placeTable } from '@viewpoints/db/editorial/places';
import { findNextPart, seriesTable } from '@viewpoints/db/editorial/series';
import { topicTable } from '@viewpoints/db/editorial/topics';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { canOnAll } from '@viewpoints/domain/accounts/permissions';
import { type Actor, ActorContent } from '@viewpoints/domain/actors/actor';
import { AuthorContent } from '@viewpoints/domain/articles/article';
import { IssueContent } from '@viewpoints/domain/issues/issue';
import { PlaceContent } from '@viewpoints/domain/places/place';
import { SeriesContent } from '@viewpoints/domain/series/series';
import { TopicContent } from '@viewpoints/domain/topics/topic';
import { page, request } from '../paging.ts';
import { notFound } from '../problem.ts';
import { permitted, router } from '../trpc.ts';
import { catalogueProcedures } from './catalogue-procedures.ts';
import { ListActors, OneEntry } from './entry-inputs.ts';

/** Notes are protected: only who edits actors gets them. */
const actorShownTo = (account: Principal, actor: Actor): Actor =>
  canOnAll(account, 'actor.edit') ? actor : { ...actor, note: '' };

/** Editors' procedures for each kind of named entry. */
export const catalogueRouters = {
  actors: router({
    ...catalogueProcedures(actorTable, ActorContent, actorShownTo),
    /** Also filters by name, and by kind. */
    list: permitted('actor.list')
      .input(ListActors)
      .query(async ({ ctx, input }) => {
        const { items, ...more } = page(await actorTable.list(ctx.editorial, request(input)));
        return { items: items.map((actor) => actorShownTo(ctx.account, actor)), ...more };
      }),
  }),
  issues: router(catalogueProcedures(issueTable, IssueContent)),
  topics: router(catalogueProcedures(topicTable, TopicContent)),
  series: router({
    ...catalogueProcedures(seriesTable, SeriesContent),
    /** The series, and the number that a next part of it would have. */
    get: permitted('series.list')
      .input(OneEntry)
      .query(async ({ ctx, input }) => {
        const entry = await seriesTable.find(ctx.editorial, input.id);
        if (entry === null) throw notFound('series');
        return { ...entry, nextPart: await findNextPart(ctx.editorial, input.id) };
      }),
  }),
  places: router(catalogueProcedures(placeTable, PlaceContent)),
  authors: router(catalogueProcedures(authorTable, AuthorContent)),
};
