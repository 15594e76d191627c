'use client';

import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { ImagePlus, Images } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { LibraryDialog } from '../../media/library-dialog.tsx';
import {
  acceptedPictures,
  findPictureProblem,
  type UploadedPicture,
  uploadPicture,
} from '../../media/upload-picture.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useLeaving } from '../../ui/use-leaving.tsx';
import type { BlockRequest } from '../editor/editor-actions.ts';

/** Asks for a picture and its description: none gets into an article without one. */
export function FigureDialog(props: {
  editor: Editor;
  request: BlockRequest;
  onClose: () => void;
}) {
  const { editor, request } = props;
  const known = request.kind === 'edit' ? editor.state.doc.nodeAt(request.position) : null;
  const [file, setFile] = useState(request.kind === 'new' ? (request.file ?? null) : null);
  const [kept, setKept] = useState<UploadedPicture | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [alt, setAlt] = useState<string>(known?.attrs.alt ?? '');
  const [credit, setCredit] = useState<string>(known?.attrs.credit ?? '');
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const preview = usePreview(file);
  const input = useId();
  const lacksFile = request.kind === 'new' && file === null && kept === null;
  const isChanged =
    file !== null ||
    kept !== null ||
    alt !== (known?.attrs.alt ?? '') ||
    credit !== (known?.attrs.credit ?? '');
  const { leave, question } = useLeaving(isChanged, props.onClose);
  const chooser = useRef<HTMLInputElement>(null);
  const description = useRef<HTMLInputElement>(null);

  const choose = async (chosen: File) => {
    const unfit = await findPictureProblem(chosen);
    setError(unfit);
    if (unfit !== null) return;
    setFile(chosen);
    setKept(null);
    if (alt.trim() === '') description.current?.focus();
  };

  const done = async () => {
    setTried(true);
    if (lacksFile) return chooser.current?.focus();
    if (alt.trim() === '') return description.current?.focus();
    const words = { alt: alt.trim(), credit: credit.trim() || null };
    setBusy(true);
    setError(null);
    try {
      if (request.kind === 'edit') describe(editor, request.position, words);
      else {
        const picture =
          kept ??
          (file && (await uploadPicture(file, { alt: words.alt, credit: words.credit ?? '' })));
        if (picture) {
          const { id, width, height } = picture;
          insert(editor, { mediaId: id, width, height, ...words });
        }
      }
      props.onClose();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={leave}
      title={request.kind === 'new' ? 'Picture' : 'Describe the picture'}
      initialFocus={lacksFile ? chooser : description}
      footer={
        <>
          <Button onClick={leave}>Cancel</Button>
          <Button type="submit" form={`${input}-form`} variant="primary" busy={busy}>
            {request.kind === 'new' ? 'Insert' : 'Change'}
          </Button>
        </>
      }
    >
      <form
        id={`${input}-form`}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void done();
        }}
      >
        {preview || kept || known ? (
          // biome-ignore lint/performance/noImgElement: a preview of a file on this device.
          <img
            src={preview ?? `/media/${kept?.id ?? known?.attrs.mediaId}`}
            alt=""
            className="max-h-60 justify-self-center rounded-md"
          />
        ) : null}
        {request.kind === 'new' ? (
          <div className="flex flex-wrap items-center gap-2">
            <input
              ref={chooser}
              id={input}
              type="file"
              accept={acceptedPictures.join()}
              className="peer sr-only"
              onChange={(event) => {
                const chosen = event.target.files?.[0];
                if (chosen) void choose(chosen);
              }}
            />
            <label
              htmlFor={input}
              className={`${buttonClass('secondary')} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent`}
            >
              <ImagePlus aria-hidden className="size-4" />
              {file || kept ? 'Another picture' : 'Choose a picture'}
            </label>
            <Button icon={Images} onClick={() => setChoosing(true)}>
              From the library
            </Button>
            {tried && lacksFile ? (
              <p className="basis-full text-sm text-danger">Choose a picture first.</p>
            ) : null}
          </div>
        ) : null}
        <TextField
          label="Picture description"
          hint="What it shows and why it is here. Readers’ devices read it out."
          rows={2}
          value={alt}
          onChange={setAlt}
          maxLength={1000}
          ref={description}
          required
          error={
            tried && alt.trim() === '' ? 'Describe the picture: it cannot go in without.' : null
          }
        />
        <TextField label="Credit" optional value={credit} onChange={setCredit} maxLength={300} />
        {error ? <ErrorNote error={error} /> : null}
      </form>
      {choosing ? (
        <LibraryDialog
          onChoose={(picture) => {
            setFile(null);
            setKept(picture);
            if (alt.trim() === '') setAlt(picture.alt);
            if (credit.trim() === '') setCredit(picture.credit ?? '');
          }}
          onClose={() => setChoosing(false)}
        />
      ) : null}
      {question}
    </Dialog>
  );
}

type Words = { alt: string; credit: string | null };
type Uploaded = { mediaId: string; width: number; height: number };

function insert(editor: Editor, attrs: Words & Uploaded): void {
  requestAnimationFrame(() => {
    editor.chain().focus().insertContent({ type: 'figure', attrs }).scrollIntoView().run();
  });
}

function describe(editor: Editor, position: number, words: Words): void {
  editor.commands.command(({ tr }) => {
    const node = tr.doc.nodeAt(position);
    if (node?.type.name !== 'figure') return false;
    tr.setNodeMarkup(position, null, { ...node.attrs, ...words });
    tr.setSelection(NodeSelection.create(tr.doc, position));
    return true;
  });
}

function usePreview(file: File | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return file ? url : null;
}
