import { z } from 'zod';
import { ActorView } from '../actors/actor-view.ts';
import { IssueView } from '../issues/issue-view.ts';
import { Shift } from '../positions/shift-kind.ts';
import { FindingView, Named } from './finding-view.ts';

/** All published findings of one actor on one issue, in order of when the position was held. */
export const PositionView = z.strictObject({
  actor: ActorView,
  issue: IssueView,
  findings: z.array(FindingView),
  /** How findings differ from earlier ones of it, where that is known. */
  shifts: z.array(Shift),
});
export type PositionView = z.infer<typeof PositionView>;

/** A page to go to, and how many published findings lead there. */
export const CountedFindings = Named.extend({ findingCount: z.int().min(0) });
export type CountedFindings = z.infer<typeof CountedFindings>;

export const ActorPageView = z.strictObject({ actor: ActorView, issues: z.array(CountedFindings) });
export type ActorPageView = z.infer<typeof ActorPageView>;

export const IssuePageView = z.strictObject({ issue: IssueView, actors: z.array(CountedFindings) });
export type IssuePageView = z.infer<typeof IssuePageView>;
