'use client';

import { useQueryClient } from '@tanstack/react-query';
import { TimeOrder } from '@viewpoints/domain/desk/list-order';
import { Images, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { dayFields, personField } from '../filters/entry-fields.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { choice } from '../filters/list-filters.ts';
import { useListFilters } from '../filters/use-list-filters.ts';
import { useMay } from '../session/use-may.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeepFocus } from '../ui/keep-focus.tsx';
import { dialogOnDemand } from '../ui/on-demand.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { MediaTile } from './media-tile.tsx';
import { UnreadFile } from './unread-file.tsx';
import { UploadDialog } from './upload-dialog.tsx';
import { UploadList } from './upload-list.tsx';
import { acceptedFiles, acceptedPictures } from './upload-picture.ts';
import { useUploads } from './use-uploads.ts';

const MediaDialog = dialogOnDemand(async () => (await import('./media-dialog.tsx')).MediaDialog);

/** Licences are shown only to those who may edit media. */
function useMediaFilters(mayEdit: boolean) {
  const mayAssign = useMay('article.assign').ok;
  return useListFilters(
    'media',
    {
      kind: { ...choice('Kind', 'Any kind', { picture: 'Picture', file: 'File' }), isMain: true },
      ...(mayEdit
        ? { licence: { ...choice('Licence', 'Any licence', { expired: 'Expired' }), isMain: true } }
        : {}),
      ...(mayAssign ? { by: personField('Uploaded by', 'Uploaded by anybody') } : {}),
      ...dayFields('Uploaded'),
    },
    TimeOrder.options,
  );
}

export function MediaScreen() {
  const queries = useQueryClient();
  const mayUpload = useMay('media.upload');
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const mayEdit = useMay('media.edit');
  const filters = useMediaFilters(mayEdit.ok);
  const { order, filtered } = filters;
  const { licence, by, ...query } = filters.query;
  const [shown, setShown] = useState<string | null>(null);
  const uploads = useUploads();
  /** One file is described at once; several are sent, and described in the library. */
  const take = (files: File[]) => {
    if (files.length > 1) uploads.add(files);
    else setFile(files[0] ?? null);
  };
  const pages = usePages(['media', 'list', filters.query, order], (cursor) =>
    viewpoints.editor.media.list.query({
      ...{ limit: 48, order, ...query },
      ...(licence ? { expired: true } : {}),
      ...(by ? { uploader: by } : {}),
      ...(cursor ? { cursor } : { counted: true }),
    }),
  );
  const upload = (
    <VerbButton
      variant="primary"
      icon={Upload}
      decision={mayUpload}
      onClick={() => chooser.current?.click()}
    >
      Upload
    </VerbButton>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same.
    <div
      onDragOver={(event) => {
        if (!mayUpload.ok || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!mayUpload.ok) return;
        event.preventDefault();
        take([...event.dataTransfer.files]);
      }}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (!mayUpload.ok || files.length === 0) return;
        event.preventDefault();
        take(files);
      }}
      className={over ? 'outline-2 -outline-offset-4 outline-accent outline-dashed' : undefined}
    >
      <Page
        title="Media"
        description="Pictures and files for articles, each described for those who cannot see it."
        actions={upload}
      >
        <input
          ref={chooser}
          type="file"
          multiple
          accept={[...acceptedPictures, ...acceptedFiles].join(',')}
          className="sr-only"
          aria-label="Choose files"
          tabIndex={-1}
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <FilterBar
          filters={filters}
          searchLabel="Search media"
          count={pages.count}
          noun={{ one: 'file', many: 'files' }}
        />
        <UploadList uploads={uploads.uploads} onRetry={uploads.retry} onClear={uploads.clear} />
        {pages.error && pages.items.length === 0 ? (
          <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />
        ) : pages.isPending ? (
          <Panel>
            <SkeletonRows />
          </Panel>
        ) : pages.items.length === 0 ? (
          <Panel>
            <EmptyState
              icon={Images}
              title={filtered ? 'Nothing matches' : 'No pictures yet'}
              action={
                filtered ? <Button onClick={filters.clear}>Clear the filters</Button> : upload
              }
            >
              {filtered ? null : 'Upload one here, or drop it into an article as you write.'}
            </EmptyState>
          </Panel>
        ) : (
          <>
            <KeepFocus>
              <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
                {pages.items.map((picture) => (
                  <li
                    key={picture.id}
                    className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface"
                  >
                    <a
                      href={`/media/${picture.id}`}
                      target="_blank"
                      rel="noreferrer"
                      aria-label={`Open ${picture.fileName || picture.alt || 'the picture'}`}
                    >
                      <MediaTile media={picture} alt={picture.alt} />
                    </a>
                    <div className="space-y-1 px-2.5 py-2 text-sm">
                      {picture.fileName ? (
                        <p className="truncate font-medium">{picture.fileName}</p>
                      ) : null}
                      {picture.alt ? (
                        <p className="line-clamp-2 text-ink-soft">{picture.alt}</p>
                      ) : (
                        <Badge tone="warn">No description</Badge>
                      )}
                      <p className="truncate text-ink-faint">
                        {picture.pages === null ? `${picture.width} × ${picture.height} · ` : null}
                        {picture.uploadedBy.name} · <Time at={picture.createdAt} />
                      </p>
                      {picture.licenceUntil === null ? null : (
                        <p className="text-ink-soft">Licence until {picture.licenceUntil}</p>
                      )}
                      <UnreadFile media={picture} />
                      {mayEdit.ok ? (
                        <Button
                          size="sm"
                          label={`Details of ${picture.fileName || picture.alt || 'the picture'}`}
                          onClick={() => setShown(picture.id)}
                        >
                          Details
                        </Button>
                      ) : null}
                    </div>
                  </li>
                ))}
              </ul>
            </KeepFocus>
            {pages.hasNextPage ? (
              <div className="p-3 text-center">
                <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  Show more
                </Button>
              </div>
            ) : null}
          </>
        )}
        {pages.items
          .filter(({ id }) => id === shown)
          .map((media) => (
            <MediaDialog key={media.id} media={media} onClose={() => setShown(null)} />
          ))}
        {file ? (
          <UploadDialog
            key={file.name}
            file={file}
            onClose={() => setFile(null)}
            onUploaded={() => void queries.invalidateQueries({ queryKey: ['media'] })}
          />
        ) : null}
      </Page>
    </div>
  );
}
