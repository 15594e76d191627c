import { findingFilterInputs } from '@viewpoints/db/editorial/finding-filters';
import { TimeOrder } from '@viewpoints/domain/desk/list-order';
import {
  FindingContent,
  Link,
  Quote,
  StoredFindingContent,
  Supersession,
} from '@viewpoints/domain/findings/finding';
import { FindingsChange, FindingUndo } from '@viewpoints/domain/findings/findings-change';
import { byListedField } from '@viewpoints/domain/kinds/listed-kinds';
import { Id, Instant, line } from '@viewpoints/domain/values';
import { z } from 'zod';
import { SeenVersion } from '../articles/article-inputs.ts';
import { inOrder } from '../paging.ts';

export const ListFindings = inOrder(TimeOrder).extend(findingFilterInputs);

/** Nothing is named twice. */
const namedOnce = (content: FindingContent): FindingContent => ({
  ...content,
  ...byListedField(({ field }) => [...new Set(content[field])]),
});

export const OneFinding = z.strictObject({ id: Id });
export const ProposeFinding = z.strictObject({
  articleId: Id,
  /** The save of the article in which the quote was selected. */
  seen: SeenVersion,
  content: FindingContent.transform(namedOnce),
});
/** `seen` is the `updatedAt` that the write saw. */
export const SaveFinding = z.strictObject({
  id: Id,
  seen: Instant,
  /** Dates are validated only when they change: narrowing terms is never refused. */
  content: StoredFindingContent.transform(namedOnce),
});
/** `seen` is the `updatedAt` that the write saw of each. */
export const ChangeFindings = z.strictObject({
  findings: z
    .array(z.strictObject({ id: Id, seen: Instant }))
    .min(1, 'choose a finding')
    .max(100, 'choose at most 100 findings'),
  change: FindingsChange,
});
/** What Undo of such a change restores in each. */
export const UndoFindings = z.strictObject({
  findings: z
    .array(FindingUndo.extend({ id: Id }))
    .min(1, 'choose a finding')
    .max(100, 'choose at most 100 findings'),
});
export const VerifyFinding = z.strictObject({ id: Id, seen: Instant.optional() });
export const CloseFinding = z.strictObject({ id: Id, why: line(1000) });
export const ReanchorFinding = z.strictObject({ id: Id, quote: Quote });
export const SupersedeFinding = Supersession;
export const LinkFindings = Link;
export type Input<Schema extends z.ZodType> = z.output<Schema>;
