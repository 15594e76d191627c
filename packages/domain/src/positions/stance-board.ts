import type { Register } from '../findings/finding-fields.ts';
import type { FindingView } from '../findings/finding-view.ts';
import type { NullResultView } from '../null-results/null-result-view.ts';
import { edtfBounds } from '../text/edtf.ts';
import type { BoardCell, BoardCellKind, BoardFinding, BoardNullResult } from './board-view.ts';
import { inOrderHeld, wasHeld } from './position.ts';

/** A published finding in a row of a board. */
export type BoardEntry<Row> = {
  row: Row;
  /** The slug of the actor of the row or of the board, whose holding it is. */
  actor: string;
  finding: FindingView;
};

/** A null result in a row of a board, in the column of what was searched, or in both. */
export type BoardAbsence<Row> = {
  row: Row;
  result: BoardNullResult;
  register: NullResultView['register'];
};

const registers = ['public', 'private', 'unknown'] as const satisfies Register[];
const byName = new Intl.Collator('en');

type Cells = Record<Register, BoardCell>;

/** More findings than a cell shows; the page of the position has them all. */
const MAX_IN_CELL = 8;

/** The null results of the rows that entries have, and of further rows up to `limit`, in their order. */
export function absencesWithin<Row extends { slug: string }>(
  entries: readonly BoardEntry<Row>[],
  absences: readonly BoardAbsence<Row>[],
  limit: number | null,
): BoardAbsence<Row>[] {
  const slugs = new Set(entries.map(({ row }) => row.slug));
  for (const { row } of absences) if (limit === null || slugs.size < limit) slugs.add(row.slug);
  return absences.filter(({ row }) => slugs.has(row.slug));
}

/**
 * The rows of a stance board that say something, by name. Entries are findings that were not withdrawn, with those that
 * were replaced: by a change of position, which makes an arrow, or by a correction, which makes none.
 *
 * Given `on` (YYYY-MM-DD), as it was held on that day: entries are findings held by then, and one
 * that was replaced by what was held later is current.
 */
export function stanceBoard<Row extends { slug: string; name: string }>(
  entries: readonly BoardEntry<Row>[],
  absences: readonly BoardAbsence<Row>[],
  { on = null }: { on?: string | null } = {},
): (Row & Cells)[] {
  const known = absences.filter(({ result }) => on === null || endOf(result.asOf) < `${on}T24`);
  const rows = new Map<string, Row>();
  for (const { row } of [...entries, ...known]) rows.set(row.slug, rows.get(row.slug) ?? row);
  return [...rows.values()]
    .map((row) => {
      const ofRow = entries.filter((entry) => entry.row.slug === row.slug);
      const missing = known.filter((each) => each.row.slug === row.slug);
      const cell = (register: Register) => cellOf(ofRow, missing, { register, on });
      return {
        ...row,
        ...{ public: cell('public'), private: cell('private'), unknown: cell('unknown') },
      };
    })
    .filter((row) => registers.some((register) => row[register].kind !== 'not_looked_for'))
    .sort((a, b) => byName.compare(a.name, b.name) || byName.compare(a.slug, b.slug));
}

function cellOf<Row>(
  ofRow: readonly BoardEntry<Row>[],
  missing: readonly BoardAbsence<Row>[],
  { register, on }: { register: Register; on: string | null },
): BoardCell {
  const views = new Map(ofRow.map((entry) => [entry.finding.id, entry]));
  const held = inOrderHeld(ofRow.map(({ finding }) => finding).filter(wasHeld));
  const inRegister = held.filter((finding) => finding.register === register);
  const isCurrent = (finding: FindingView) =>
    finding.state === 'published' ||
    (on !== null && !held.some(({ id }) => id === changedTo(finding, views)));
  const current = inRegister.filter(isCurrent).reverse();
  const [latest] = current;
  const was =
    latest === undefined
      ? inRegister.at(-1)
      : held.findLast(
          (finding) => changedTo(finding, views) === latest.id && !isSame(finding, latest),
        );
  const show = (finding: FindingView) => boardFinding(finding, views.get(finding.id)?.actor);
  const notFound = latestOf(
    missing.filter(
      (each) => register !== 'unknown' && (each.register === 'both' || each.register === register),
    ),
  );
  return {
    kind: kindOf(current, { notFound, isPast: current.length < inRegister.length }),
    findings: current.slice(0, MAX_IN_CELL).map(show),
    since: latest === undefined ? null : heldSince(latest, inRegister),
    was: was === undefined ? null : show(was),
    notFound:
      notFound !== null && (latest === undefined || isLater(notFound, latest)) ? notFound : null,
  };
}

function kindOf(
  current: readonly FindingView[],
  { notFound, isPast }: { notFound: BoardNullResult | null; isPast: boolean },
): BoardCellKind {
  const stances = new Set(current.map(({ stance }) => stance));
  if (stances.size === 0) {
    if (isPast) return 'past';
    return notFound === null ? 'not_looked_for' : 'not_found';
  }
  if (stances.size > 1) return 'split';
  return stances.has('silent') ? 'silent' : 'held';
}

/** The finding that a change of position led to, past corrections of that; null if there was none. */
function changedTo<Row>(
  { state, successor }: FindingView,
  views: ReadonlyMap<string, BoardEntry<Row>>,
): string | null {
  if (state !== 'superseded' || successor === null) return null;
  const seen = new Set<string>();
  let next = successor.id;
  while (!seen.has(next)) {
    seen.add(next);
    const { state: its, successor: after } = views.get(next)?.finding ?? {};
    if (its !== 'corrected' || after == null) break;
    next = after.id;
  }
  return next;
}

/** Whether two findings say the same: a link between them is no change. */
const isSame = (one: FindingView, other: FindingView): boolean =>
  one.stance === other.stance &&
  one.polarity === other.polarity &&
  one.register === other.register &&
  JSON.stringify(one.conditions) === JSON.stringify(other.conditions);

/** The date of the first of the findings before `latest` with its stance, up to a change between. */
function heldSince(latest: FindingView, inOrder: readonly FindingView[]): string | null {
  let first = latest;
  for (const finding of inOrder.slice(0, inOrder.indexOf(latest)).reverse()) {
    if (finding.stance !== latest.stance || finding.polarity !== latest.polarity) break;
    if (finding.state === 'superseded' && !isSame(finding, latest)) break;
    if (finding.asOf !== null) first = finding;
  }
  return first.asOf;
}

const endOf = (edtf: string): string => edtfBounds(edtf)?.to ?? '9999';

const latestOf = <Row>(missing: readonly BoardAbsence<Row>[]): BoardNullResult | null =>
  missing
    .map(({ result }) => result)
    .reduce<BoardNullResult | null>(
      (last, each) => (last === null || endOf(each.asOf) > endOf(last.asOf) ? each : last),
      null,
    );

const isLater = (notFound: BoardNullResult, { asOf, publishedAt }: FindingView): boolean =>
  endOf(notFound.asOf) > (asOf === null ? publishedAt : endOf(asOf));

function boardFinding(finding: FindingView, actor: string | undefined): BoardFinding {
  const { id, stance, polarity, proposition, language, direction, conditions, register, asOf } =
    finding;
  const { wording, named, terms, termsLabel } = finding.attribution;
  return {
    ...{ id, stance, polarity, proposition, language, direction, conditions, register, asOf },
    holder: finding.holders.find((each) => each.actor?.slug === actor)?.label ?? '',
    ...{ wording, terms, termsLabel, source: named?.slug ?? null },
    article: { slug: finding.article.slug, headline: finding.article.headline },
  };
}

/** A null result as a board shows it: its row says of whom and on what it was, its column of what. */
export function boardAbsence<Row>(row: Row, view: NullResultView): BoardAbsence<Row> {
  const { id, asOf, searched, language, direction, register } = view;
  return { row, register, result: { id, asOf, searched, language, direction } };
}
