'use client';

import { FindingContent, StoredFindingContent } from '@viewpoints/domain/findings/finding';
import { useCallback, useEffect, useRef, useState } from 'react';
import { checkInput } from '../../../data/check-input.ts';
import { problemOf, reasonFor } from '../../../data/problem.ts';
import type { FindingDraft } from '../finding-draft.ts';
import { NEW_FINDING } from '../in-text/finding-tracks.ts';
import { completeDraft } from '../local-drafts.ts';
import { useLocalDrafts } from '../local-drafts-provider.tsx';

/**
 * A finding's form: its draft, kept on this device until it is saved, and what stands against it.
 * `which` is the finding's id, or "new"; `seen` the `updatedAt` that the draft was begun on.
 */
export function useFindingForm(options: {
  which: string;
  stored: FindingDraft;
  seen: string | null;
  save: (content: FindingContent, seen: string | null) => Promise<void>;
}) {
  const { which } = options;
  const drafts = useLocalDrafts();
  const [kept] = useState(() => drafts.find(which));
  const [draft, setDraft] = useState<FindingDraft>(() =>
    kept ? completeDraft(kept, options.stored) : options.stored,
  );
  const [seen, setSeen] = useState(kept ? kept.seen : options.seen);
  const [dirty, setDirty] = useState(kept !== null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const latest = useRef({ draft, options, busy });
  latest.current = { draft, options, busy };

  // What somebody else saved shows at once, unless something here would be lost.
  const { stored, seen: storedSeen } = options;
  useEffect(() => {
    if (dirty) return;
    setDraft(stored);
    setSeen(storedSeen);
  }, [dirty, stored, storedSeen]);

  const set = useCallback(
    (change: Partial<FindingDraft>) => {
      const next = { ...latest.current.draft, ...change };
      latest.current.draft = next;
      setDraft(next);
      setDirty(true);
      drafts.keep(which, { seen, draft: next });
    },
    [drafts, which, seen],
  );

  const settle = useCallback(() => {
    drafts.keep(which, null);
    setDirty(false);
    setError(null);
  }, [drafts, which]);

  const save = useCallback(async () => {
    if (latest.current.busy) return;
    setBusy(true);
    try {
      const content = checkInput(
        seen === null ? FindingContent : StoredFindingContent,
        latest.current.draft,
      );
      await latest.current.options.save(content, seen);
      settle();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  }, [seen, settle]);

  const errorAt = (path: string) => reasonFor(error, path) ?? reasonFor(error, `content.${path}`);

  return {
    draft,
    set,
    dirty,
    busy,
    error,
    setError,
    errorAt,
    save,
    discard: settle,
    /** Somebody saved the finding since this draft was begun. */
    movedOn: dirty && which !== NEW_FINDING && seen !== options.seen,
    /** Goes on with this draft over what somebody saved. */
    keepMine: () => setSeen(options.seen),
    problem: error ? problemOf(error) : null,
  };
}
