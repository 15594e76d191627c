/** A node of a tree that names its parent. */
type Branch = { id: string; parentId: string | null };

export type TreeRow<T> = { item: T; depth: number; children: number };

/**
 * The tree as rows, each beneath its parent and in the order given. An entry whose parent is not
 * here is at the top; a loop, which the API refuses, would not hang this.
 */
export function treeRows<T extends Branch>(items: readonly T[]): TreeRow<T>[] {
  const known = new Set(items.map((item) => item.id));
  const beneath = Map.groupBy(items, (item) =>
    item.parentId !== null && known.has(item.parentId) ? item.parentId : null,
  );
  const rows: TreeRow<T>[] = [];
  const placed = new Set<string>();
  const place = (parent: string | null, depth: number) => {
    for (const item of beneath.get(parent) ?? []) {
      if (placed.has(item.id)) continue;
      placed.add(item.id);
      rows.push({ item, depth, children: beneath.get(item.id)?.length ?? 0 });
      place(item.id, depth + 1);
    }
  };
  place(null, 0);
  for (const item of items) {
    if (!placed.has(item.id)) rows.push({ item, depth: 0, children: 0 });
  }
  return rows;
}
