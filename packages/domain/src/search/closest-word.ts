/** How many letters differ: inserted, deleted, changed, or two neighbours swapped. */
export function editDistance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let [before, last]: [number[], number[]] = [[], Array.from(b, (_, index) => index + 1)];
  last.unshift(0);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? a.length;
}

/** Whether a word is so little misspelt that there is no doubt what was meant. */
export function isObviousTypo(typed: string, word: string): boolean {
  return typed.length > 3 && editDistance(typed, word) <= (typed.length < 8 ? 1 : 2);
}

/** The nearest of some words, as long as few enough letters differ that it can be what was meant. */
export function closestWord<Word extends { word: string }>(
  typed: string,
  words: readonly Word[],
): Word | null {
  const most = typed.length < 5 ? 1 : typed.length < 9 ? 2 : 3;
  let best: { word: Word; distance: number } | null = null;
  for (const word of words) {
    const distance = editDistance(typed, word.word);
    if (distance <= most && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { word, distance };
  }
  return best?.word ?? null;
}
