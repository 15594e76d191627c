import { CircleCheck } from 'lucide-react';
import type { RefCallback } from 'react';
import { UploadProgress } from '../../media/upload-progress.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { DescribedFile, LeftOutFile } from './described-file.ts';
import { usePreview } from './use-preview.ts';

/** The fields of one of several files, how far its upload is, and its own error. */
export function OneOfSeveral(props: {
  file: DescribedFile;
  busy: boolean;
  lacksWords: boolean;
  onChange: (changes: Partial<Pick<DescribedFile, 'words' | 'credit'>>) => void;
  onLeaveOut: () => void;
  fieldRef: RefCallback<HTMLInputElement>;
}) {
  const { file, kind, words, credit, state } = props.file;
  const isPicture = kind === 'picture';
  const preview = usePreview(isPicture ? file : null);
  const isSent = state.kind === 'done';
  return (
    <fieldset className="grid gap-3 rounded-lg border border-line p-3">
      <legend className="max-w-full truncate px-1 font-medium">{file.name}</legend>
      {preview ? (
        // biome-ignore lint/performance/noImgElement: a preview of a file on this device.
        <img src={preview} alt="" className="max-h-32 justify-self-center rounded-md" />
      ) : null}
      <TextField
        label={isPicture ? 'Picture description' : 'Title'}
        hint={
          isPicture
            ? 'What it shows and why it is here. Readers’ devices read it out.'
            : 'What readers see, and the name under which they keep the file.'
        }
        {...(isPicture ? { rows: 2, maxLength: 1000 } : { maxLength: 200 })}
        value={words}
        onChange={(changed) => props.onChange({ words: changed })}
        ref={props.fieldRef}
        required
        readOnly={props.busy}
        error={
          props.lacksWords
            ? isPicture
              ? 'Describe the picture: it cannot go in without.'
              : 'Say what the file is.'
            : null
        }
      />
      {isPicture ? (
        <TextField
          label="Credit"
          optional
          maxLength={300}
          readOnly={props.busy}
          value={credit}
          onChange={(changed) => props.onChange({ credit: changed })}
        />
      ) : null}
      {state.kind === 'sending' ? <UploadProgress name={file.name} share={state.share} /> : null}
      {state.kind === 'failed' ? <ErrorNote error={state.error} /> : null}
      <div className="flex items-center justify-between gap-2">
        <span role="status" className="flex items-center gap-1.5 text-sm text-ink-soft">
          {isSent ? (
            <>
              <CircleCheck aria-hidden className="size-4 shrink-0 text-ok" />
              Uploaded
            </>
          ) : null}
        </span>
        <Button
          size="sm"
          label={`Leave out ${file.name}`}
          disabled={props.busy}
          onClick={props.onLeaveOut}
        >
          Leave out
        </Button>
      </div>
    </fieldset>
  );
}

/** Names the files that cannot be used, each with the reason. */
export function LeftOutFiles({ files }: { files: readonly LeftOutFile[] }) {
  return files.map(({ id, name, problem }) => (
    <ErrorNote key={id} error={problem} title={`${name} is left out`} />
  ));
}
