'use client';

import { useState } from 'react';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { MediaTile } from './media-tile.tsx';
import type { StoredPicture } from './upload-picture.ts';

/** Chooses one of the journal's pictures, or of its files; `onChoose` is followed by `onClose`. */
export function LibraryDialog(props: {
  kind?: 'picture' | 'file';
  onChoose: (picture: StoredPicture) => void;
  onClose: () => void;
}) {
  const { kind = 'picture' } = props;
  const nouns = kind === 'picture' ? 'pictures' : 'files';
  const [q, setQ] = useState('');
  const pages = usePages(['media', 'list', kind, q], (cursor) =>
    viewpoints.editor.media.list.query({
      ...{ limit: 24, kind },
      ...(q ? { q } : {}),
      ...(cursor ? { cursor } : {}),
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={kind === 'picture' ? 'Journal pictures' : 'Journal files'}
      size="lg"
    >
      <SearchField label={`Search ${nouns}`} value={q} onChange={setQ} className="mb-3" />
      {pages.error && pages.items.length === 0 ? (
        <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />
      ) : pages.isPending ? (
        <SkeletonRows />
      ) : pages.items.length === 0 ? (
        <p className="py-6 text-center text-ink-soft">
          {q ? 'Nothing matches.' : `There are no ${nouns} yet.`}
        </p>
      ) : (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {pages.items.map((picture) => (
            <li key={picture.id} className="min-w-0">
              <button
                type="button"
                className="w-full overflow-hidden rounded-lg border border-line bg-surface text-start hover:border-accent"
                onClick={() => {
                  props.onChoose(picture);
                  props.onClose();
                }}
              >
                <MediaTile media={picture} />
                <span className="line-clamp-2 px-2.5 py-2 text-sm text-ink-soft">
                  {picture.alt || picture.fileName || 'Not described yet'}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {pages.hasNextPage ? (
        <div className="p-3 text-center">
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            Show more
          </Button>
        </div>
      ) : null}
    </Dialog>
  );
}
