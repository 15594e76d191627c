'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  areImportFiles,
  ImportKind,
  type ImportOptions,
} from '@viewpoints/domain/imports/import-options';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { reasonFor } from '../../data/problem.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { UploadProgress } from '../../media/upload-progress.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { Select } from '../../ui/select.tsx';
import { ChooseFiles } from './choose-files.tsx';
import { cleanOptions, OptionFields } from './option-fields.tsx';
import { sendFiles } from './send-files.ts';
import { blankOptions, importKinds } from './upload-labels.ts';

/** Takes the files of an import with what is chosen for it, and sends them. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const queries = useQueryClient();
  const [options, setOptions] = useState<ImportOptions>(() => blankOptions('wordpress'));
  const [files, setFiles] = useState<File[]>([]);
  const [share, setShare] = useState(0);
  const sending = useRef<{ abort: AbortController; id: string | null } | null>(null);
  const send = useMutation({
    mutationFn: async () => {
      const abort = new AbortController();
      sending.current = { abort, id: null };
      setShare(0);
      return sendFiles(cleanOptions(options), files, {
        ...{ signal: abort.signal, onShare: setShare },
        onBegun: (id) => {
          if (sending.current) sending.current.id = id;
        },
      });
    },
    onSuccess: (id) => {
      sending.current = null;
      void queries.invalidateQueries({ queryKey: ['importUploads'] });
      router.push(`/import-runs/uploads/${id}`);
      onClose();
    },
    onError: dropSent,
  });

  /** What was sent so far is of no use: it goes at once, and not only when its time is over. */
  function dropSent(): void {
    const { id = null } = sending.current ?? {};
    sending.current = null;
    if (id === null) return;
    void viewpoints.editor.importUploads.cancel
      .mutate({ id })
      .catch(() => {})
      .finally(() => queries.invalidateQueries({ queryKey: ['importUploads'] }));
  }
  const cancel = () => {
    sending.current?.abort.abort();
    onClose();
  };
  useEffect(() => () => sending.current?.abort.abort(), []);

  const { kind } = options;
  const fit = areImportFiles(kind, files);
  const wrong = files.length > 0 && !fit ? 'These are not the files of such an import.' : null;
  const errorOf = (path: string) => reasonFor(send.error, path);
  const named = ['options.site', 'options.addresses', 'options.language', 'options.encoding'];
  const isShown = send.error && !named.some((path) => errorOf(path));
  return (
    <Dialog
      open
      onOpenChange={cancel}
      dismissible={!send.isPending}
      title="Import"
      description="Nothing comes in yet: the files are read, and a report says what would become of them."
      footer={
        <>
          <Button onClick={cancel}>Cancel</Button>
          <Button
            type="submit"
            form="import"
            variant="primary"
            busy={send.isPending}
            disabled={!fit}
          >
            Upload files
          </Button>
        </>
      }
    >
      <Form
        id="import"
        className="grid gap-4"
        error={send.error}
        onSubmit={() => {
          if (!send.isPending && fit) send.mutate();
        }}
      >
        {isShown ? <ErrorNote error={send.error} /> : null}
        <Select
          label="From"
          value={kind}
          disabled={send.isPending}
          onChange={(next) => {
            setOptions(blankOptions(next));
            setFiles([]);
            send.reset();
          }}
          options={ImportKind.options.map((value) => ({ value, label: importKinds[value].label }))}
        />
        <ChooseFiles kind={kind} files={files} onChange={setFiles} disabled={send.isPending} />
        {wrong ? <p className="text-sm text-danger">{wrong}</p> : null}
        {send.isPending ? (
          <div role="status" className="grid gap-1 text-sm">
            <UploadProgress name={files[0]?.name ?? ''} share={share} />
            {share < 1 ? `${Math.floor(share * 100)} % sent` : 'Sent'}
          </div>
        ) : (
          <OptionFields options={options} onChange={setOptions} errorOf={errorOf} />
        )}
      </Form>
    </Dialog>
  );
}
