'use client';

import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { FileBlock } from '@viewpoints/domain/document/blocks/file';
import { FileText, FileUp } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { LibraryDialog } from '../../media/library-dialog.tsx';
import {
  acceptedFiles,
  findMediaProblem,
  type UploadedPicture,
  uploadPicture,
} from '../../media/upload-picture.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useLeaving } from '../../ui/use-leaving.tsx';
import type { BlockRequest } from '../editor/editor-actions.ts';

/** Asks for a PDF and for the title under which readers get it. */
export function FileDialog(props: { editor: Editor; request: BlockRequest; onClose: () => void }) {
  const { editor, request } = props;
  const isNew = request.kind === 'new';
  const [known] = useState(() => (isNew ? null : editor.state.doc.nodeAt(request.position)));
  const [file, setFile] = useState(request.kind === 'new' ? (request.file ?? null) : null);
  const [kept, setKept] = useState<UploadedPicture | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [title, setTitle] = useState<string>(known?.attrs.title ?? '');
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const input = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const titleField = useRef<HTMLInputElement>(null);
  const lacksFile = isNew && file === null && kept === null;
  const isChanged = file !== null || kept !== null || title !== (known?.attrs.title ?? '');
  const { leave, question } = useLeaving(isChanged, props.onClose);

  const choose = async (chosen: File) => {
    const unfit = await findMediaProblem(chosen);
    setError(unfit);
    if (unfit !== null) return;
    setFile(chosen);
    setKept(null);
    titleField.current?.focus();
  };

  const done = async () => {
    setTried(true);
    if (lacksFile) return chooser.current?.focus();
    if (title.trim() === '') return titleField.current?.focus();
    setBusy(true);
    setError(null);
    try {
      if (request.kind === 'edit') retitle(editor, request.position, title.trim());
      else {
        const media =
          kept ?? (file && (await uploadPicture(file, { alt: title.trim(), credit: '' })));
        if (media?.pages) insert(editor, media, title.trim());
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
      size="sm"
      title={isNew ? 'File' : 'Change the title'}
      initialFocus={lacksFile ? chooser : titleField}
      footer={
        <>
          <Button onClick={leave}>Cancel</Button>
          <Button type="submit" form={`${input}-form`} variant="primary" busy={busy}>
            {isNew ? 'Insert' : 'Change'}
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
        {isNew ? (
          <div className="flex flex-wrap items-center gap-2">
            <input
              ref={chooser}
              id={input}
              type="file"
              accept={acceptedFiles.join()}
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
              <FileUp aria-hidden className="size-4" />
              {file || kept ? 'Another PDF' : 'Choose a PDF'}
            </label>
            <Button icon={FileText} onClick={() => setChoosing(true)}>
              From the library
            </Button>
            {file || kept ? (
              <p className="basis-full text-sm break-words text-ink-soft">
                {file?.name ?? kept?.alt}
              </p>
            ) : null}
            {tried && lacksFile ? (
              <p className="basis-full text-sm text-danger">Choose a PDF first.</p>
            ) : null}
          </div>
        ) : null}
        <TextField
          label="Title"
          hint="What readers see, and the name under which they keep the file."
          value={title}
          onChange={setTitle}
          maxLength={200}
          ref={titleField}
          required
          error={tried && title.trim() === '' ? 'Say what the file is.' : null}
        />
        {error ? <ErrorNote error={error} /> : null}
      </form>
      {choosing ? (
        <LibraryDialog
          kind="file"
          onChoose={(media) => {
            setFile(null);
            setKept(media);
            if (title.trim() === '') setTitle(media.alt.slice(0, 200));
          }}
          onClose={() => setChoosing(false)}
        />
      ) : null}
      {question}
    </Dialog>
  );
}

function insert(editor: Editor, { id, pages, byteSize }: UploadedPicture, title: string): void {
  const attrs = FileBlock.shape.attrs.parse({ mediaId: id, title, pages, byteSize });
  requestAnimationFrame(() => {
    editor.chain().focus().insertContent({ type: 'file', attrs }).scrollIntoView().run();
  });
}

function retitle(editor: Editor, position: number, title: string): void {
  editor.commands.command(({ tr }) => {
    const node = tr.doc.nodeAt(position);
    if (node?.type.name !== 'file') return false;
    tr.setNodeMarkup(position, null, { ...node.attrs, title });
    tr.setSelection(NodeSelection.create(tr.doc, position));
    return true;
  });
}
