import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { RemovedNote } from './removed-note.tsx';
import { UploadProgress } from './upload-progress.tsx';
import type { Upload } from './use-uploads.ts';

/** Files under way, each with how far it is, its own error and another try. */
export function UploadList(props: {
  uploads: readonly Upload[];
  onRetry: (id: number) => void;
  onClear: () => void;
}) {
  const { uploads } = props;
  if (uploads.length === 0) return null;
  const done = uploads.filter(({ state }) => state.kind === 'done').length;
  return (
    <section aria-label="Uploads" className="mb-4 rounded-lg border border-line bg-surface p-3">
      <div className="mb-2 flex items-center justify-between gap-3">
        <p role="status" className="text-sm font-medium">
          {done} of {uploads.length} uploaded
        </p>
        <Button size="sm" onClick={props.onClear}>
          Clear list
        </Button>
      </div>
      <ul className="grid gap-2 text-sm">
        {uploads.map(({ id, file, state }) => (
          <li key={id} className="grid gap-1.5">
            <span className="flex items-center gap-2">
              {state.kind === 'done' ? (
                <CircleCheck aria-hidden className="size-4 shrink-0 text-ok" />
              ) : state.kind === 'failed' ? (
                <CircleAlert aria-hidden className="size-4 shrink-0 text-danger" />
              ) : (
                <LoaderCircle aria-hidden className="size-4 shrink-0 text-ink-soft" />
              )}
              <span className="min-w-0 flex-1 truncate">{file.name}</span>
              {state.kind === 'failed' ? (
                <Button size="sm" onClick={() => props.onRetry(id)}>
                  Try again
                </Button>
              ) : null}
            </span>
            {state.kind === 'sending' ? (
              <UploadProgress name={file.name} share={state.share} />
            ) : null}
            {state.kind === 'done' ? <RemovedNote reported={state.uploaded} /> : null}
            {state.kind === 'failed' ? <ErrorNote error={state.error} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
