'use client';

import { useMutation } from '@tanstack/react-query';
import type { ImportPreview, ShownUpload } from '@viewpoints/domain/imports/import-upload';
import { useState } from 'react';
import { reasonFor } from '../../data/problem.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { cleanOptions, OptionFields } from './option-fields.tsx';
import { RenameFields } from './rename-fields.tsx';

/** Changes what was chosen for an import, and has its files read again with that. */
export function CorrectForm(props: {
  upload: ShownUpload;
  preview: ImportPreview | null;
  onRead: () => Promise<unknown>;
}) {
  const { upload, preview } = props;
  const [options, setOptions] = useState(upload.options);
  const read = useMutation({
    mutationFn: () =>
      viewpoints.editor.importUploads.read.mutate({
        id: upload.id,
        options: cleanOptions(options),
      }),
    onSettled: props.onRead,
  });
  const changed = JSON.stringify(options) !== JSON.stringify(upload.options);
  return (
    <Form
      className="grid gap-4"
      error={read.error}
      onSubmit={() => {
        if (!read.isPending) read.mutate();
      }}
    >
      {read.error ? <ErrorNote error={read.error} /> : null}
      <OptionFields
        options={options}
        onChange={setOptions}
        errorOf={(path) => reasonFor(read.error, path)}
      />
      {options.kind !== 'sources' &&
      upload.options.kind !== 'sources' &&
      preview?.of === 'articles' ? (
        <>
          <RenameFields
            legend="Authors"
            found={preview.authors}
            read={upload.options.authors}
            draft={options.authors}
            onChange={(authors) => setOptions({ ...options, authors })}
          />
          <RenameFields
            legend="Topics"
            found={preview.topics}
            read={upload.options.topics}
            draft={options.topics}
            onChange={(topics) => setOptions({ ...options, topics })}
          />
        </>
      ) : null}
      <div>
        <Button
          type="submit"
          variant={changed ? 'primary' : 'secondary'}
          busy={read.isPending}
          disabled={!changed && upload.state !== 'failed'}
        >
          Read again
        </Button>
      </div>
    </Form>
  );
}
