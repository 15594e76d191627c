import { blankDeskFields, deskFieldsOf } from '@viewpoints/domain/findings/finding';
import { keepOnDevice, listOnDevice, releaseFromDevice } from '../../device/device-store.ts';
import type { FindingDraft } from './finding-draft.ts';

/** A draft that is not saved, with the `updatedAt` of the finding that it was begun on. */
export type LocalDraft = {
  seen: string | null;
  draft: FindingDraft;
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
const withoutProtected = ({ seen, draft }: LocalDraft): LocalDraft => ({
  seen,
  partial: true,
  draft: {
    ...draft,
    ...blankDeskFields(),
    attribution: { ...draft.attribution, participantId: null },
  },
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
 * A draft with its protected fields restored from the saved finding; the participant only if the
 * source is unchanged.
 */
export function completeDraft({ draft, partial }: LocalDraft, stored: FindingDraft): FindingDraft {
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
