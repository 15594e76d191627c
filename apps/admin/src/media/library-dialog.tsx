'use client';

import { useState } from 'react';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import type { UploadedPicture } from './upload-picture.ts';

/** Chooses one of the journal's pictures; `onChoose` is followed by `onClose`. */
export function LibraryDialog(props: {
  onChoose: (picture: UploadedPicture) => void;
  onClose: () => void;
}) {
  const [q, setQ] = useState('');
  const pages = usePages(['media', 'list', q], (cursor) =>
    viewpoints.editor.media.list.query({
      limit: 24,
      ...(q ? { q } : {}),
      ...(cursor ? { cursor } : {}),
    }),
  );
  return (
    <Dialog open onOpenChange={props.onClose} title="Pictures of the journal" size="lg">
      <SearchField label="Search pictures" value={q} onChange={setQ} className="mb-3" />
      {pages.error && pages.items.length === 0 ? (
        <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />
      ) : pages.isPending ? (
        <SkeletonRows />
      ) : pages.items.length === 0 ? (
        <p className="py-6 text-center text-ink-soft">
          {q ? 'Nothing matches.' : 'There are no pictures yet.'}
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
                {/* biome-ignore lint/performance/noImgElement: the API serves pictures as they are. */}
                <img
                  src={`/media/${picture.id}`}
                  alt=""
                  width={picture.width}
                  height={picture.height}
                  loading="lazy"
                  className="aspect-4/3 w-full bg-sunken object-cover"
                />
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
