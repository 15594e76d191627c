'use client';

import type { ImportKind } from '@viewpoints/domain/imports/import-options';
import { FileUp, X } from 'lucide-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { importKinds } from './upload-labels.ts';

const MEGABYTE = 1024 ** 2;
const sizeOf = (size: number) =>
  size < MEGABYTE / 10
    ? `${Math.max(1, Math.round(size / 1024))} kB`
    : `${(size / MEGABYTE).toFixed(1)} MB`;

/** Takes files by a button or dropped, and lists them. */
export function ChooseFiles(props: {
  kind: ImportKind;
  files: readonly File[];
  onChange: (files: File[]) => void;
  disabled: boolean;
}) {
  const { kind, files, disabled } = props;
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const hint = useId();
  const add = (chosen: Iterable<File>) => {
    const names = new Set([...chosen].map(({ name }) => name));
    const all = [...files.filter(({ name }) => !names.has(name)), ...chosen];
    props.onChange(all.sort((a, b) => (a.name < b.name ? -1 : 1)));
  };
  return (
    <fieldset
      aria-describedby={hint}
      onDragOver={(event: DragEvent) => {
        if (disabled) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        if (!disabled) add([...event.dataTransfer.files]);
      }}
      className={classNames(
        'grid gap-3 rounded-md border border-dashed p-4',
        isOver ? 'border-accent bg-hover' : 'border-line-strong',
      )}
    >
      <legend className="sr-only">Files</legend>
      <div className="flex flex-wrap items-center gap-3">
        <Button icon={FileUp} disabled={disabled} onClick={() => chooser.current?.click()}>
          Choose files
        </Button>
        <span className="text-sm text-ink-soft">Or drop them here.</span>
      </div>
      <input
        ref={chooser}
        type="file"
        multiple
        accept={importKinds[kind].accept}
        className="sr-only"
        aria-label="Files to import"
        tabIndex={-1}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          if (chosen.length > 0) add(chosen);
        }}
      />
      <p id={hint} className="text-sm text-ink-faint">
        {importKinds[kind].hint}
      </p>
      {files.length > 0 ? (
        <ul aria-label="Chosen files" className="grid max-h-40 gap-1 overflow-y-auto">
          {files.map((file) => (
            <li key={file.name} className="flex items-center gap-2 text-sm">
              <span className="min-w-0 flex-1 break-words">{file.name}</span>
              <span className="shrink-0 text-ink-soft">{sizeOf(file.size)}</span>
              <button
                type="button"
                disabled={disabled}
                aria-label={`Remove ${file.name}`}
                className="rounded-md p-1 text-ink-faint hover:bg-hover hover:text-ink"
                onClick={() => props.onChange(files.filter((each) => each !== file))}
              >
                <X aria-hidden className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </fieldset>
  );
}
