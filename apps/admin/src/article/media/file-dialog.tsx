'use client';

import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { FileBlock } from '@viewpoints/domain/document/blocks/file';
import { FileText, FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { LibraryDialog } from '../../media/library-dialog.tsx';
import { uploadWithNotice } from '../../media/removed-note.tsx';
import { acceptedFiles, findMediaProblem, type StoredPicture } from '../../media/upload-picture.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useLeaving } from '../../ui/use-leaving.tsx';
import { useTask } from '../../ui/use-task.ts';
import type { BlockRequest } from '../editor/editor-actions.ts';
import { BlockDialog } from './block-dialog.tsx';
import { ChooseFile } from './choose-file.tsx';

/** Asks the user for a PDF and for the title under which readers get it. */
export function FileDialog(props: { editor: Editor; request: BlockRequest; onClose: () => void }) {
  const { editor, request } = props;
  const isNew = request.kind === 'new';
  const [known] = useState(() => (isNew ? null : editor.state.doc.nodeAt(request.position)));
  const [file, setFile] = useState(request.kind === 'new' ? (request.file ?? null) : null);
  const [kept, setKept] = useState<StoredPicture | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [title, setTitle] = useState<string>(known?.attrs.title ?? '');
  const [tried, setTried] = useState(false);
  const { busy, error, run, setError } = useTask({ endsWithSuccess: true });
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
    await run(async () => {
      if (request.kind === 'edit') retitle(editor, request.position, title.trim());
      else {
        const media =
          kept ?? (file && (await uploadWithNotice(file, { alt: title.trim(), credit: '' })));
        if (media?.pages) insert(editor, media, title.trim());
      }
      props.onClose();
    });
  };

  return (
    <BlockDialog
      title={isNew ? 'File' : 'Change the title'}
      isNew={isNew}
      size="sm"
      busy={busy}
      error={error}
      initialFocus={lacksFile ? chooser : titleField}
      onSubmit={() => void done()}
      onLeave={leave}
      nested={
        <>
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
        </>
      }
    >
      {isNew ? (
        <ChooseFile
          ref={chooser}
          accept={acceptedFiles}
          label={file || kept ? 'Another PDF' : 'Choose a PDF'}
          icon={FileUp}
          libraryIcon={FileText}
          onChoose={(chosen) => void choose(chosen)}
          onLibrary={() => setChoosing(true)}
          error={tried && lacksFile ? 'Choose a PDF first.' : null}
        >
          {file || kept ? (
            <p className="basis-full text-sm break-words text-ink-soft">
              {file?.name ?? kept?.alt}
            </p>
          ) : null}
        </ChooseFile>
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
    </BlockDialog>
  );
}

function insert(editor: Editor, { id, pages, byteSize }: StoredPicture, title: string): void {
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
