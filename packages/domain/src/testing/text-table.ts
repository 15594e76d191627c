/**
 * The rows of a table written as text: its first line names the columns, each other line is a row,
 * and cells are parted by spaces. Throws if a row has another number of cells than the head.
 */
export function textTable(text: string): Record<string, string>[] {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return rows.map((cells) => {
    if (cells.length !== head.length)
      throw new Error(`"${cells.join(' ')}" has ${cells.length} cells, not ${head.length}`);
    return Object.fromEntries(head.map((column, index) => [column, cells[index] ?? '']));
  });
}
