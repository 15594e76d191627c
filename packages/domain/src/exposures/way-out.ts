import type { ArticleState } from '../articles/article.ts';
import type { FindingState } from '../findings/finding.ts';
import { type EntryKind, kindOfPlural } from '../kinds/kinds.ts';
import type { Id } from '../values.ts';
import type { Redaction } from './redaction.ts';

/** Something public that rules no longer allow, with what bears on how it is resolved. */
export type ExposedPlace = {
  code: string;
  /** As reasons name places: "body", "findings.<id>.proposition". */
  place: string;
  findingId: Id | null;
  sourceId: Id | null;
  articleState: ArticleState;
  findingState: FindingState | null;
};

/** The ways to resolve an exposure. */
export type WayOut =
  | { act: 'correct_article' | 'retract_again' | 'edit_settings' | 'move_page' }
  | { act: 'withdraw_finding'; findingId: Id }
  | { act: 'redact'; redaction: Redaction }
  | { act: 'enter_participants'; sourceId: Id }
  | { act: 'edit_entry'; kind: EntryKind; id: Id };

/** The act that resolves an exposure. A mention may be answered by a clearance instead. */
export function wayOutOf(exposed: ExposedPlace): WayOut {
  const { code, place, findingId, sourceId, articleState, findingState } = exposed;
  const slug = /(?:^|\.)formerSlugs\.(.+)/.exec(place)?.[1];
  if (slug !== undefined) return redact({ what: 'address', slug });
  if (code === 'participants_missing' && sourceId !== null)
    return { act: 'enter_participants', sourceId };
  if (code === 'parent_not_public') return { act: 'move_page' };
  const notice = /^corrections\.([0-9a-f-]{36})\./.exec(place)?.[1];
  if (notice !== undefined) return redact({ what: 'notice', noticeId: notice });
  const [, version, field] = /^versions\.(\d+)\.(.+)/.exec(place) ?? [];
  if (version !== undefined)
    return redact({ what: field === 'note' ? 'note' : 'version', number: Number(version) });
  if (place.startsWith('journal.')) return { act: 'edit_settings' };
  const [, entries, id] = /^([a-z]+)\.([0-9a-f-]{36})\./.exec(place) ?? [];
  const kind = kindOfPlural('entry', entries ?? '');
  const isClosed = code === 'off_record' || code === 'disclosure_limited';
  if (kind !== null && id !== undefined && !isClosed) return { act: 'edit_entry', kind, id };
  if (findingId !== null && findingState === 'superseded')
    return { act: 'withdraw_finding', findingId };
  return { act: articleState === 'retracted' ? 'retract_again' : 'correct_article' };
}

/** The way to resolve it, as a sentence. */
export function wayOutInWords(wayOut: WayOut): string {
  switch (wayOut.act) {
    case 'correct_article':
      return 'Correct the article, or retract it.';
    case 'retract_again':
      return 'Retract the article again: what may not be said is left out of what is kept.';
    case 'edit_settings':
      return 'Change the settings of the journal.';
    case 'move_page':
      return 'Let readers have the page above again, or move this one.';
    case 'withdraw_finding':
      return 'Withdraw the finding, which another has replaced.';
    case 'redact':
      return redactionInWords(wayOut.redaction);
    case 'enter_participants':
      return 'Enter who took part, or have two people confirm that there is nobody to enter.';
    case 'edit_entry':
      return wayOut.kind === 'source'
        ? 'Change the public wording of the source.'
        : `Change what is said of the ${wayOut.kind}.`;
  }
}

function redactionInWords(redaction: Redaction): string {
  switch (redaction.what) {
    case 'notice':
      return 'Remove the notice.';
    case 'note':
      return `Remove the note of version ${redaction.number}.`;
    case 'version':
      return `Remove version ${redaction.number}.`;
    case 'address':
      return `Remove the former address “${redaction.slug}”.`;
  }
}

const redact = (redaction: Redaction): WayOut => ({ act: 'redact', redaction });
