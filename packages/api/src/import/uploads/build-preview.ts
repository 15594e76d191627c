import type { ImportReport, ReportedItem } from '@viewpoints/domain/imports/import-report';
import type { ArticlesPreview, SourcesPreview } from '@viewpoints/domain/imports/import-upload';
import type { ReferenceOutcome } from '../references/import-references.ts';

/** Items, places of a point, and names of a list that a preview has: what people look through. */
const [maxItems, maxPlaces, maxNames] = [200, 5, 300];

type Place = { headline: string; at: string; words: string };
type Point<Code> = { code: Code; count: number; places: Place[] };

/** Gathers the points of many items, the most frequent first. */
function gather<Code extends string>(
  all: Iterable<{ code: Code; count: number; place: Place }>,
): Point<Code>[] {
  const points = new Map<Code, Point<Code>>();
  for (const { code, count, place } of all) {
    const known = points.get(code);
    if (known === undefined) points.set(code, { code, count, places: [place] });
    else {
      known.count += count;
      if (known.places.length < maxPlaces) known.places.push(place);
    }
  }
  return [...points.values()].sort((a, b) => b.count - a.count);
}

const placeOf = ({ headline, line, foreignId }: ReportedItem) => ({
  headline,
  at: line === null ? foreignId : `line ${line}`,
});

/** What would become of an upload with articles, in a size that can be kept and shown. */
export function previewArticles({ items, ...report }: ImportReport): ArticlesPreview {
  const comingIn = items.filter(({ comesIn }) => comesIn);
  const sum = (of: 'words' | 'pictures') => comingIn.reduce((all, item) => all + item[of], 0);
  const others = items.filter(({ comesIn }) => !comesIn);
  return {
    ...report,
    ...{ of: 'articles', items: items.length, comesIn: comingIn.length },
    ...{ words: sum('words'), pictures: sum('pictures') },
    ...{ authors: report.authors.slice(0, maxNames), topics: report.topics.slice(0, maxNames) },
    points: gather(
      items.flatMap((item) =>
        item.points.map(({ code, count, words }) => ({
          ...{ code, count, place: { ...placeOf(item), words } },
        })),
      ),
    ),
    first: [...others, ...comingIn]
      .slice(0, maxItems)
      .map(({ points: _, foreignId: __, ...item }) => item),
  };
}

/** What would become of references, or became of them. */
export function previewSources(outcomes: readonly ReferenceOutcome[]): SourcesPreview {
  const count = (of: ReferenceOutcome['outcome']) =>
    outcomes.filter(({ outcome }) => outcome === of).length;
  return {
    ...{ of: 'sources', entered: count('entered'), known: count('known') },
    leftOut: count('left_out'),
    points: gather(
      outcomes.flatMap(({ key, title, points }) =>
        points.map(({ code, words }) => ({
          ...{ code, count: 1, place: { headline: title.slice(0, 200), at: key, words } },
        })),
      ),
    ),
    first: outcomes
      .slice(0, maxItems)
      .map(({ title, outcome }) => ({ title: title.slice(0, 300), outcome })),
  };
}
