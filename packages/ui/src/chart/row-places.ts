/** Digits of other scripts, whose values are their places within their ten. */
const OTHER_DIGITS = /(?![0-9])\p{Nd}/gu;

/** The value of a digit in any script: each has its ten in a row. */
function digitOf(character: string): string {
  let code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - 1)) && value < 9) {
    code -= 1;
    value += 1;
  }
  return String(value);
}

/** The time that a label names, as a number to compare: "2019", "2019-04", "2019-04-30". */
function timeOf(label: string): number | null {
  const plain = label.trim().replace(OTHER_DIGITS, digitOf);
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(plain) ?? [];
  if (year === undefined) return null;
  const [months, days] = [Number(month ?? 1), Number(day ?? 1)];
  if (months < 1 || months > 12 || days < 1 || days > 31) return null;
  return Number(year) + (months - 1) / 12 + (days - 1) / 372;
}

/**
 * Where the rows of a line chart stand, from 0 to 1: by their dates where all are dates in order, else as
 * far from one another as from the next.
 */
export function rowPlaces(labels: readonly string[]): number[] {
  if (labels.length === 1) return [0.5];
  const times = labels.map(timeOf);
  const isInOrder = times.every((time, at) => {
    const before = times[at - 1] ?? null;
    return time !== null && (at === 0 || (before !== null && time > before));
  });
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 1];
  return labels.map((_, at) =>
    isInOrder ? ((times[at] ?? 0) - first) / (last - first) : at / (labels.length - 1),
  );
}

/**
 * The rows whose labels fit beside each other, the first and the last among them.
 * @param edge the gap beside those two, which reach further in where they begin and end with the axis
 */
export function shownLabels(places: readonly number[], gap: number, edge = gap): number[] {
  const last = places.length - 1;
  const shown: number[] = [];
  for (const [at, place] of places.entries()) {
    const before = places[shown.at(-1) ?? -1];
    const needed = before === places[0] ? edge : gap;
    if (before === undefined || place - before >= needed) shown.push(at);
  }
  if (last < 0) return shown;
  const fits = shown
    .filter((at) => at !== last)
    .filter((at, index) => index === 0 || (places[last] ?? 1) - (places[at] ?? 0) >= edge);
  return [...fits, last];
}

/** The heights of labels beside each other, moved apart so that none covers another; null if there is no room. */
export function apart(
  wanted: readonly { at: number; height: number }[],
  room: number,
): number[] | null {
  const order = wanted.map((each, index) => ({ ...each, index })).toSorted((a, b) => a.at - b.at);
  if (order.reduce((sum, { height }) => sum + height, 0) > room) return null;
  const tops = wanted.map(() => 0);
  let free = 0;
  for (const { at, height, index } of order) {
    tops[index] = Math.max(free, at - height / 2);
    free = (tops[index] ?? 0) + height;
  }
  let end = room;
  for (const { height, index } of order.toReversed()) {
    tops[index] = Math.min(tops[index] ?? 0, end - height);
    end = tops[index] ?? 0;
  }
  return tops;
}
