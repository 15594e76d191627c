import type { FileComment } from '../read/comments.ts';

/**
 * The threads of a file by the id of the comment that begins each: that comment, and its replies in order.
 * A reply to one that the file does not have begins its own.
 */
export function threadsOf(comments: readonly FileComment[]): Map<string, FileComment[]> {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const rootOf = (comment: FileComment): FileComment => {
    const seen = new Set<FileComment>();
    let root = comment;
    for (let parent = parentOf(root); parent !== undefined; parent = parentOf(root)) {
      if (seen.has(parent)) break;
      seen.add(parent);
      root = parent;
    }
    return root;
  };
  const parentOf = ({ parent }: FileComment) => (parent === null ? undefined : byId.get(parent));
  const isRoot = (comment: FileComment) => rootOf(comment).id === comment.id;
  const threads = new Map(comments.filter(isRoot).map((root) => [root.id, [root]]));
  for (const comment of comments)
    if (!isRoot(comment)) threads.get(rootOf(comment).id)?.push(comment);
  return threads;
}
