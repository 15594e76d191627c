import { blankDeskFields, deskFieldsOf } from '@viewpoints/domain/findings/finding-fields';
import { fieldsThatDiffer } from '@viewpoints/domain/findings/merge-finding';
import { keepOnDevice, listOnDevice, releaseFromDevice } from '../../device/device-store.ts';
import type { FindingDraft } from './finding-draft.ts';

/** An unsaved draft, with the stored content at its last merge. */
export type LocalDraft = {
  /** The `updatedAt` of the finding. */
  seen: string | null;
  draft: FindingDraft;
  /** The stored content at the last merge; missing in drafts of earlier versions. */
  base?: FindingDraft;
  /** Read from the store, so without protected fields. */
  partial?: true;
};

/**
 * Unsaved drafts of an article's findings: complete in memory, and in this browser's store without
 * protected fields. `which` is a finding's id, or "new".
 */
export type LocalDrafts = {
  find: (which: string) => LocalDraft | null;
  /** Stores or, given null, deletes a draft; errors of the store are ignored. */
  keep: (which: string, kept: LocalDraft | null) => void;
};

/** Desk fields and participant are protected and never stored in the browser. */
const withoutProtected = ({ seen, draft, base }: LocalDraft): LocalDraft => ({
  seen,
  partial: true,
  draft: blankProtected(draft),
  ...(base === undefined ? {} : { base: blankProtected(base) }),
});

const blankProtected = (draft: FindingDraft): FindingDraft => ({
  ...draft,
  ...blankDeskFields(),
  attribution: { ...draft.attribution, participantId: null },
});

/** Reads the stored drafts; none if the store cannot be read. */
export async function loadLocalDrafts(accountId: string, articleId: string): Promise<LocalDrafts> {
  const found = await listOnDevice<LocalDraft>(accountId, ['finding', articleId]).catch(() => []);
  const drafts = new Map(found.map(({ parts, value }) => [parts[2] ?? '', value]));
  return {
    find: (which) => drafts.get(which) ?? null,
    keep: (which, kept) => {
      const name = ['finding', articleId, which];
      if (kept === null) drafts.delete(which);
      else drafts.set(which, kept);
      const written =
        kept === null
          ? releaseFromDevice(accountId, [name])
          : keepOnDevice(accountId, name, withoutProtected(kept));
      // The draft is still on the screen.
      written.catch(() => {});
    },
  };
}

/**
 * Continues a draft over what is stored now. Drafts of earlier versions have no `base`: if another
 * editor saved since, every field that differs becomes a conflict.
 */
export function editOf(kept: LocalDraft, now: { stored: FindingDraft; seen: string | null }) {
  const { stored, seen } = now;
  const mine = completeDraft(kept, kept.draft, stored);
  if (kept.base !== undefined)
    return { base: completeDraft(kept, kept.base, stored), mine, conflicts: [] };
  const conflicts = kept.seen === seen ? [] : fieldsThatDiffer(stored, mine);
  return { base: stored, mine, conflicts };
}

/**
 * Restores protected fields from the saved finding; the participant only if the source is unchanged.
 */
function completeDraft(
  { partial }: LocalDraft,
  draft: FindingDraft,
  stored: FindingDraft,
): FindingDraft {
  if (!partial) return draft;
  const { sourceId, participantId } = stored.attribution;
  return {
    ...draft,
    ...deskFieldsOf(stored),
    attribution: {
      ...draft.attribution,
      participantId: draft.attribution.sourceId === sourceId ? participantId : null,
    },
  };
}
