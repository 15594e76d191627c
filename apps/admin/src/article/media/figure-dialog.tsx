'use client';

import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { ImagePlus, Images } from 'lucide-react';
import { useRef, useState } from 'react';
import { LibraryDialog } from '../../media/library-dialog.tsx';
import { uploadWithNotice } from '../../media/removed-note.tsx';
import {
  acceptedPictures,
  findPictureProblem,
  type StoredPicture,
} from '../../media/upload-picture.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useLeaving } from '../../ui/use-leaving.tsx';
import { useTask } from '../../ui/use-task.ts';
import type { BlockRequest } from '../editor/editor-actions.ts';
import { BlockDialog } from './block-dialog.tsx';
import { ChooseFile } from './choose-file.tsx';
import { SeveralFilesDialog } from './several-files-dialog.tsx';
import { usePreview } from './use-preview.ts';

type Props = { editor: Editor; request: BlockRequest; onClose: () => void };

/** Asks the user for a picture and its description: no picture gets into an article without one. */
export function FigureDialog({ request, ...props }: Props) {
  if (request.kind === 'new' && request.files)
    return <SeveralFilesDialog {...props} files={request.files} />;
  return <OnePictureDialog {...props} request={request} />;
}

function OnePictureDialog(props: Props) {
  const { editor, request } = props;
  const known = request.kind === 'edit' ? editor.state.doc.nodeAt(request.position) : null;
  const [file, setFile] = useState(request.kind === 'new' ? (request.file ?? null) : null);
  const [kept, setKept] = useState<StoredPicture | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [alt, setAlt] = useState<string>(known?.attrs.alt ?? '');
  const [credit, setCredit] = useState<string>(known?.attrs.credit ?? '');
  const [tried, setTried] = useState(false);
  const { busy, error, run, setError } = useTask({ endsWithSuccess: true });
  const preview = usePreview(file);
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
    await run(async () => {
      if (request.kind === 'edit') describe(editor, request.position, words);
      else {
        const picture =
          kept ??
          (file && (await uploadWithNotice(file, { alt: words.alt, credit: words.credit ?? '' })));
        if (picture) {
          const { id, width, height } = picture;
          insert(editor, { mediaId: id, width, height, ...words });
        }
      }
      props.onClose();
    });
  };

  return (
    <BlockDialog
      title={request.kind === 'new' ? 'Picture' : 'Describe the picture'}
      isNew={request.kind === 'new'}
      busy={busy}
      error={error}
      initialFocus={lacksFile ? chooser : description}
      onSubmit={() => void done()}
      onLeave={leave}
      nested={
        <>
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
        </>
      }
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
        <ChooseFile
          ref={chooser}
          accept={acceptedPictures}
          label={file || kept ? 'Another picture' : 'Choose a picture'}
          icon={ImagePlus}
          libraryIcon={Images}
          onChoose={(chosen) => void choose(chosen)}
          onLibrary={() => setChoosing(true)}
          error={tried && lacksFile ? 'Choose a picture first.' : null}
        />
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
        error={tried && alt.trim() === '' ? 'Describe the picture: it cannot go in without.' : null}
      />
      <TextField label="Credit" optional value={credit} onChange={setCredit} maxLength={300} />
    </BlockDialog>
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
