import type { Finding } from '@viewpoints/domain/findings/finding';
import {
  changedValuesOf,
  type FindingsChange,
  type FindingUndo,
} from '@viewpoints/domain/findings/findings-change';
import { viewpoints } from '../../../data/viewpoints.ts';
import { toast } from '../../../ui/toast.ts';
import { sameValue } from '../../saving/content-of.ts';
import type { ArticleSession } from '../../screen/use-article-session.ts';

type Undo = FindingUndo & { id: string };

/** What Undo of a change of several sends: for each that it changed, the values before and after. */
export function undosOf(
  before: readonly Finding[],
  after: readonly Finding[],
  change: FindingsChange,
): Undo[] {
  const former = new Map(before.map((finding) => [finding.id, finding]));
  return after.flatMap((finding) => {
    const was = former.get(finding.id);
    if (was === undefined) return [];
    const from = changedValuesOf(finding, change);
    const to = changedValuesOf(was, change);
    return sameValue(from, to) ? [] : [{ id: finding.id, from, to }];
  });
}

/** Restores what each finding said before the change, and names those that are left as they are. */
export async function undoChange(session: ArticleSession, undos: Undo[]): Promise<void> {
  try {
    const { leftOut } = await session.after(() =>
      viewpoints.editor.findings.undoMany.mutate({ findings: undos }),
    );
    const reasons = leftOut.map(
      ({ number, reasons }) =>
        `Finding ${number}: ${reasons.map(({ message }) => message).join(' ')}`,
    );
    if (leftOut.length === 0) toast.done('Undone.');
    else if (leftOut.length === undos.length)
      toast.warned('It could not be undone.', reasons.join(' '));
    else toast.warned(`Undone, but for ${leftOut.length} of ${undos.length}.`, reasons.join(' '));
  } catch (error) {
    toast.failed(error, 'It could not be undone.');
  }
}
