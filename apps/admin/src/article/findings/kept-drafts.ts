import { keepOnDevice, listOnDevice, releaseFromDevice } from '../../device/device-store.ts';
import type { FindingDraft } from './finding-draft.ts';

/** A draft that is not saved, with the `updatedAt` of the finding that it was begun on. */
export type KeptDraft = {
  seen: string | null;
  draft: FindingDraft;
  /** Read from this device, which has no protected fields. */
  partial?: true;
};

/**
 * The drafts of an article's findings that somebody has begun: in this page, and on this device until
 * they are saved. `which` is a finding's id, or "new".
 */
export type KeptDrafts = {
  find: (which: string) => KeptDraft | null;
  /** Keeps a draft, or forgets it; a full or refused store loses nothing that is shown. */
  keep: (which: string, kept: KeptDraft | null) => void;
};

/** Without the note and without whose word it is: those are kept on no device. */
const withoutProtected = ({ seen, draft }: KeptDraft): KeptDraft => ({
  seen,
  partial: true,
  draft: { ...draft, note: '', attribution: { ...draft.attribution, participantId: null } },
});

/** Reads what this device has; nothing where it cannot be read. */
export async function loadKeptDrafts(accountId: string, articleId: string): Promise<KeptDrafts> {
  const found = await listOnDevice<KeptDraft>(accountId, ['finding', articleId]).catch(() => []);
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
 * A draft with the protected fields that no device keeps: those of the finding as it is stored, as
 * far as the source is still the same.
 */
export function completeDraft({ draft, partial }: KeptDraft, stored: FindingDraft): FindingDraft {
  if (!partial) return draft;
  const { sourceId, participantId } = stored.attribution;
  return {
    ...draft,
    note: stored.note,
    attribution: {
      ...draft.attribution,
      participantId: draft.attribution.sourceId === sourceId ? participantId : null,
    },
  };
}
