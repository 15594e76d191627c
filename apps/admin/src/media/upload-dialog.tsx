'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { uploadWithNotice } from './removed-note.tsx';
import { findMediaProblem, type UploadedPicture } from './upload-picture.ts';

/** Describes a chosen picture and sends it. The description is required: there is no later. */
export function UploadDialog(props: {
  file: File;
  onClose: () => void;
  onUploaded: (picture: UploadedPicture) => void;
}) {
  const { file } = props;
  const [alt, setAlt] = useState('');
  const [credit, setCredit] = useState('');
  const preview = useMemo(() => URL.createObjectURL(file), [file]);
  useEffect(() => () => URL.revokeObjectURL(preview), [preview]);
  const unfit = useQuery({
    queryKey: ['picture-problem', file.name, file.size, file.lastModified],
    queryFn: () => findMediaProblem(file),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  const upload = useMutation({
    mutationFn: () => uploadWithNotice(file, { alt: alt.trim(), credit: credit.trim() }),
    onSuccess: (picture) => {
      props.onUploaded(picture);
      props.onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title="Upload a picture"
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            form="upload"
            variant="primary"
            busy={upload.isPending}
            disabled={alt.trim() === '' || Boolean(unfit)}
          >
            Upload
          </Button>
        </>
      }
    >
      <Form
        id="upload"
        className="space-y-4"
        error={upload.error}
        onSubmit={() => {
          if (!upload.isPending) upload.mutate();
        }}
      >
        {unfit || upload.error ? <ErrorNote error={unfit ?? upload.error} /> : null}
        {unfit ? null : (
          // biome-ignore lint/performance/noImgElement: a preview of a local file.
          <img
            src={preview}
            alt=""
            className="max-h-60 w-full rounded-md bg-sunken object-contain"
          />
        )}
        <TextField
          label="Description"
          required
          autoFocus
          rows={2}
          maxLength={1000}
          hint="What is in the picture that a reader who cannot see it should know."
          value={alt}
          onChange={setAlt}
        />
        <TextField
          label="Credit"
          optional
          maxLength={300}
          placeholder="Photograph: …"
          value={credit}
          onChange={setCredit}
        />
      </Form>
    </Dialog>
  );
}
