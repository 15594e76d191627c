import { PositionView } from '@viewpoints/domain/findings/position-view';
import { shiftsOf } from '@viewpoints/domain/positions/position-shifts';
import { Slug } from '@viewpoints/domain/values';
import { tag } from '@viewpoints/published/changes/tags';
import { findPublishedActor } from '@viewpoints/published/query/actors';
import { listPublishedPosition } from '@viewpoints/published/query/findings';
import { findPublishedIssue } from '@viewpoints/published/query/issues';
import { z } from 'zod';
import { notFound } from '../problem.ts';
import { orNotFound } from '../reader-inputs.ts';
import { readerProcedureAt, readerRouter } from '../trpc.ts';

export const positionsReaderRouter = readerRouter({
  /** The position of an actor on an issue, in order of when it was held. */
  get: readerProcedureAt(
    '/positions/{actor}/{issue}',
    'What an actor holds on an issue, in order of when',
    { actor: 'drenn-valley-movement', issue: 'ceasefire' },
  )
    .input(z.strictObject({ actor: Slug, issue: Slug }))
    .output(PositionView)
    .query(async ({ ctx, input }) => {
      const { reader } = ctx;
      const actor = orNotFound(
        ctx,
        'actor',
        input.actor,
        await findPublishedActor(reader, input.actor),
      );
      const issue = orNotFound(
        ctx,
        'issue',
        input.issue,
        await findPublishedIssue(reader, input.issue),
      );
      const findings = await listPublishedPosition(reader, {
        actorId: actor.id,
        issueId: issue.id,
      });
      ctx.show?.([
        tag.position(actor.actor.slug, issue.issue.slug),
        ...findings.map(({ id }) => tag.finding(id)),
      ]);
      if (findings.length === 0) throw notFound('position');
      return { actor: actor.actor, issue: issue.issue, findings, shifts: shiftsOf(findings) };
    }),
});
