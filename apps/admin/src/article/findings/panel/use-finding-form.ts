'use client';

import { FindingContent, StoredFindingContent } from '@viewpoints/domain/findings/finding';
import {
  beginEdit,
  decideField,
  type FindingEdit,
  isEdited,
  mergeFinding,
  type WrittenFindingField,
} from '@viewpoints/domain/findings/merge-finding';
import { useCallback, useEffect, useRef, useState } from 'react';
import { checkInput } from '../../../data/check-input.ts';
import { isStale, problemOf, reasonFor } from '../../../data/problem.ts';
import type { FindingDraft } from '../finding-draft.ts';
import { NEW_FINDING } from '../in-text/finding-tracks.ts';
import { editOf } from '../local-drafts.ts';
import { useLocalDrafts } from '../local-drafts-provider.tsx';

/** The stored finding; `seen` is its `updatedAt`, null for a new one. */
type Stored = { stored: FindingDraft; seen: string | null };

/** How often a save is attempted when others save at the same moment. */
const maxAttempts = 3;

/**
 * A finding's form: its draft, stored on this device until it is saved, and its errors. What others
 * save meanwhile is merged field by field; where both changed the same field, the user decides.
 * `which` is the finding's id, or "new".
 */
export function useFindingForm(
  options: Stored & {
    which: string;
    save: (content: FindingContent, seen: string | null) => Promise<void>;
    /** Reloads what is stored now; absent for a new finding, which no other user can save. */
    reload?: () => Promise<Stored>;
  },
) {
  const { which } = options;
  const drafts = useLocalDrafts();
  const [kept] = useState(() => drafts.find(which));
  const isNew = which === NEW_FINDING;
  const [edit, setEdit] = useState<FindingEdit>(() => {
    if (kept === null) return beginEdit(options.stored);
    return isNew ? beginEdit(kept.draft) : editOf(kept, options);
  });
  const [dirty, setDirty] = useState(kept !== null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState<readonly WrittenFindingField[]>([]);
  const seen = useRef(kept ? kept.seen : options.seen);
  /** The content sent last, until it is known to be stored. */
  const sent = useRef<FindingContent>(null);
  const changes = useRef(0);
  const latest = useRef({ edit, options, busy });
  latest.current = { edit, options, busy };

  const show = useCallback(
    (next: FindingEdit) => {
      latest.current.edit = next;
      setEdit(next);
      drafts.keep(which, { seen: seen.current, draft: next.mine, base: next.base });
    },
    [drafts, which],
  );
  const clearDraft = useCallback(() => {
    drafts.keep(which, null);
    setDirty(false);
    setError(null);
    setTaken([]);
  }, [drafts, which]);

  /** Merges the draft with what is stored now. */
  const merge = useCallback(
    (now: Stored) => {
      const isNewer = now.seen !== seen.current;
      const merged = mergeFinding(latest.current.edit, now.stored, sent.current);
      if (isNewer && !latest.current.busy) sent.current = null;
      seen.current = now.seen;
      show(merged.edit);
      if (isNewer) setTaken((before) => [...new Set([...before, ...merged.taken])]);
      if (!isEdited(merged.edit)) clearDraft();
    },
    [show, clearDraft],
  );

  // Another editor's save shows at once.
  const { stored, seen: storedSeen } = options;
  useEffect(() => {
    if (dirty) {
      // A new finding cannot have been saved by others.
      if (!isNew) merge({ stored, seen: storedSeen });
      return;
    }
    seen.current = storedSeen;
    latest.current.edit = beginEdit(stored);
    setEdit(latest.current.edit);
  }, [dirty, isNew, stored, storedSeen, merge]);

  const set = useCallback(
    (change: Partial<FindingDraft>) => {
      const { base, mine, conflicts } = latest.current.edit;
      // A field that equals its stored value again is no longer a conflict.
      show(mergeFinding({ base, mine: { ...mine, ...change }, conflicts }, base).edit);
      changes.current += 1;
      setDirty(true);
    },
    [show],
  );

  const save = useCallback(async () => {
    if (latest.current.busy || latest.current.edit.conflicts.length > 0) return;
    setBusy(true);
    const before = changes.current;
    try {
      for (let attempt = 1; ; attempt += 1) {
        const schema = seen.current === null ? FindingContent : StoredFindingContent;
        const content = checkInput(schema, latest.current.edit.mine);
        const { save, reload } = latest.current.options;
        sent.current = content;
        try {
          await save(content, seen.current);
          break;
        } catch (thrown) {
          sent.current = null;
          if (!isStale(thrown) || reload === undefined || attempt === maxAttempts) throw thrown;
          merge(await reload());
          if (latest.current.edit.conflicts.length > 0) return;
        }
      }
      // Changes made during the save are not saved yet: the draft stays.
      if (changes.current === before) clearDraft();
      else setError(null);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  }, [merge, clearDraft]);

  const errorAt = (path: string) => reasonFor(error, path) ?? reasonFor(error, `content.${path}`);

  return {
    draft: edit.mine,
    set,
    dirty,
    busy,
    error,
    setError,
    errorAt,
    save,
    discard: clearDraft,
    /** Fields that both changed: the values are in `stored` and `draft`. */
    conflicts: edit.conflicts,
    stored: edit.base,
    decide: (field: WrittenFindingField, whose: 'mine' | 'theirs') => {
      const next = decideField(latest.current.edit, field, whose);
      show(next);
      if (!isEdited(next)) clearDraft();
    },
    /** Fields of the draft whose values others replaced. */
    taken,
    problem: error ? problemOf(error) : null,
  };
}
