import type { Issue } from './issue.ts';
import { IssueView } from './issue-view.ts';

type Named = { slug: string; name: string };

/** The public view of an issue, with its public neighbours in the tree. */
export function issueViewOf(
  issue: Issue,
  parent: Named | null,
  children: readonly Named[],
): IssueView {
  return IssueView.parse({
    slug: issue.slug,
    name: issue.name,
    description: issue.description,
    parent: parent === null ? null : { slug: parent.slug, name: parent.name },
    children: children.map(({ slug, name }) => ({ slug, name })),
  });
}
