'use client';

import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { Embed } from '@viewpoints/domain/document/blocks/embed';
import { findEmbedTarget } from '@viewpoints/domain/document/embed-target';
import { ImagePlus, Images } from 'lucide-react';
import { useRef, useState } from 'react';
import { LibraryDialog } from '../../media/library-dialog.tsx';
import { uploadWithNotice } from '../../media/removed-note.tsx';
import { acceptedPictures, findPictureProblem } from '../../media/upload-picture.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useLeaving } from '../../ui/use-leaving.tsx';
import { useTask } from '../../ui/use-task.ts';
import type { BlockRequest } from '../editor/editor-actions.ts';
import { embedOutcome } from '../editor/embeds/embed-outcome.ts';
import { BlockDialog } from './block-dialog.tsx';
import { ChooseFile } from './choose-file.tsx';

const { href: Address, title: Title } = Embed.shape.attrs.shape;

/** Asks the user for an embed from another site: its address, what it is, and a still if there is one. */
export function EmbedDialog(props: { editor: Editor; request: BlockRequest; onClose: () => void }) {
  const { editor, request } = props;
  const known = request.kind === 'edit' ? editor.state.doc.nodeAt(request.position) : null;
  const [before] = useState({
    href: String(known?.attrs.href ?? (request.kind === 'new' ? (request.href ?? '') : '')),
    title: String(known?.attrs.title ?? ''),
    still: (known?.attrs.mediaId ?? null) as string | null,
    alt: String(known?.attrs.alt ?? ''),
  });
  const [href, setHref] = useState(before.href);
  const [title, setTitle] = useState(before.title);
  const [still, setStill] = useState(before.still);
  const [alt, setAlt] = useState(before.alt);
  const [choosing, setChoosing] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const { busy, error, run, setError } = useTask({ endsWithSuccess: true });
  const address = useRef<HTMLInputElement>(null);
  const naming = useRef<HTMLInputElement>(null);
  const isAddress = Address.safeParse(href.trim()).success;
  const isTitled = Title.safeParse(title).success;
  const isChanged =
    file !== null ||
    still !== before.still ||
    href !== before.href ||
    title !== before.title ||
    alt !== before.alt;
  const { leave, question } = useLeaving(isChanged, props.onClose);

  const choose = async (chosen: File) => {
    const unfit = await findPictureProblem(chosen);
    setError(unfit);
    setFile(unfit === null ? chosen : null);
  };

  const done = async () => {
    setTried(true);
    if (!isAddress) return address.current?.focus();
    if (!isTitled) return naming.current?.focus();
    await run(async () => {
      const uploaded = file && (await uploadWithNotice(file, { alt: alt.trim(), credit: '' }));
      const attrs: Embed['attrs'] = {
        kind: findEmbedTarget(href.trim())?.kind ?? 'other',
        ...{ href: href.trim(), title: title.trim() },
        mediaId: uploaded?.id ?? still,
        alt: alt.trim(),
      };
      if (request.kind === 'edit') change(editor, request.position, attrs);
      else insert(editor, attrs);
      props.onClose();
    });
  };

  return (
    <BlockDialog
      title={request.kind === 'new' ? 'Embed' : 'Change the embed'}
      isNew={request.kind === 'new'}
      busy={busy}
      error={error}
      initialFocus={isAddress ? naming : address}
      onSubmit={() => void done()}
      onLeave={leave}
      nested={
        <>
          {choosing ? (
            <LibraryDialog
              onChoose={(picture) => {
                setFile(null);
                setStill(picture.id);
                setAlt(picture.alt);
              }}
              onClose={() => setChoosing(false)}
            />
          ) : null}
          {question}
        </>
      }
    >
      <TextField
        label="Address"
        type="url"
        hint={
          isAddress
            ? embedOutcome(href.trim())
            : 'Of a video, a post, a map or a chart, as you would open it.'
        }
        value={href}
        onChange={setHref}
        ref={address}
        required
        error={tried && !isAddress ? 'Use a full web address beginning with https://.' : null}
      />
      <TextField
        label="Title"
        hint="What it is, for those who only see the link."
        value={title}
        onChange={setTitle}
        maxLength={300}
        ref={naming}
        required
        error={tried && !isTitled ? 'Say what it is.' : null}
      />
      <div className="grid gap-2">
        {still !== null && file === null ? (
          // biome-ignore lint/performance/noImgElement: a picture of this journal.
          <img src={`/media/${still}`} alt="" className="max-h-40 justify-self-start rounded-md" />
        ) : null}
        <ChooseFile
          accept={acceptedPictures}
          label={still === null && file === null ? 'Still (optional)' : 'Another still'}
          icon={ImagePlus}
          libraryIcon={Images}
          onChoose={(chosen) => void choose(chosen)}
          onLibrary={() => setChoosing(true)}
        >
          {file ? <span className="text-sm text-ink-soft">{file.name}</span> : null}
          {still === null && file === null ? null : (
            <Button
              variant="quiet"
              onClick={() => {
                setStill(null);
                setFile(null);
              }}
            >
              Without a still
            </Button>
          )}
        </ChooseFile>
      </div>
      {still === null && file === null ? null : (
        <TextField
          label="Still description"
          optional
          rows={2}
          value={alt}
          onChange={setAlt}
          maxLength={1000}
        />
      )}
    </BlockDialog>
  );
}

/** Puts it in at the cursor; in place of the line where its address alone was pasted. */
function insert(editor: Editor, attrs: Embed['attrs']): void {
  requestAnimationFrame(() => {
    const { $from } = editor.state.selection;
    const isPasted = $from.parent.isTextblock && $from.parent.textContent.trim() === attrs.href;
    const content = { type: 'embed', attrs };
    const chain = editor.chain().focus();
    if (isPasted && $from.depth === 1)
      chain.insertContentAt({ from: $from.before(), to: $from.after() }, content);
    else chain.insertContent(content);
    chain.scrollIntoView().run();
  });
}

function change(editor: Editor, position: number, attrs: Embed['attrs']): void {
  editor.commands.command(({ tr }) => {
    const node = tr.doc.nodeAt(position);
    if (node?.type.name !== 'embed') return false;
    tr.setNodeMarkup(position, null, attrs);
    tr.setSelection(NodeSelection.create(tr.doc, position));
    return true;
  });
}
