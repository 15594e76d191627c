'use client';

import type { Editor } from '@tiptap/core';
import { FileBlock } from '@viewpoints/domain/document/blocks/file';
import { useEffect, useRef, useState } from 'react';
import { uploadWithNotice } from '../../media/removed-note.tsx';
import {
  findMediaProblem,
  findPictureProblem,
  type StoredPicture,
} from '../../media/upload-picture.ts';
import { useLeaving } from '../../ui/use-leaving.tsx';
import { BlockDialog } from './block-dialog.tsx';
import type { DescribedFile, LeftOutFile } from './described-file.ts';
import { LeftOutFiles, OneOfSeveral } from './one-of-several.tsx';

type Sorted = { files: DescribedFile[]; leftOut: LeftOutFile[] };

type Props = { editor: Editor; files: readonly File[]; onClose: () => void };

/**
 * Asks the user for the words of several files that were dropped or pasted at once. They are uploaded
 * one after another, and placed together and in their order: not before each is uploaded or left out.
 */
export function SeveralFilesDialog({ files, ...props }: Props) {
  const [sorted, setSorted] = useState<Sorted | null>(null);
  useEffect(() => {
    let isOpen = true;
    void sort(files).then((found) => isOpen && setSorted(found));
    return () => {
      isOpen = false;
    };
  }, [files]);
  return sorted && <SortedFilesDialog {...props} sorted={sorted} />;
}

/** Looks at the bytes of each file: a name says little of what a file is. */
async function sort(files: readonly File[]): Promise<Sorted> {
  const sorted: Sorted = { files: [], leftOut: [] };
  for (const [id, file] of files.entries()) {
    const isPicture = (await findPictureProblem(file)) === null;
    const problem = isPicture ? null : await findMediaProblem(file);
    if (problem !== null) sorted.leftOut.push({ id, name: file.name, problem });
    else {
      const kind = isPicture ? 'picture' : 'pdf';
      sorted.files.push({ id, file, kind, words: '', credit: '', state: { kind: 'waiting' } });
    }
  }
  return sorted;
}

function SortedFilesDialog(props: Omit<Props, 'files'> & { sorted: Sorted }) {
  const { editor, sorted } = props;
  const [files, setFiles] = useState(sorted.files);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const fields = useRef(new Map<number, HTMLInputElement>());
  const first = useRef<HTMLInputElement>(null);
  const { leave, question } = useLeaving(files.length > 0, props.onClose);
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);

  const change = (id: number, changes: Partial<DescribedFile>) =>
    setFiles((all) => all.map((each) => (each.id === id ? { ...each, ...changes } : each)));

  const send = async ({ id, file, words, credit }: DescribedFile) => {
    const tell = (state: DescribedFile['state']) => change(id, { state });
    tell({ kind: 'sending', share: 0 });
    try {
      const described = { alt: words.trim(), credit: credit.trim() };
      const uploaded = await uploadWithNotice(file, described, (share) =>
        tell({ kind: 'sending', share }),
      );
      tell({ kind: 'done', uploaded });
      return uploaded;
    } catch (error) {
      tell({ kind: 'failed', error });
      return null;
    }
  };

  const done = async () => {
    setTried(true);
    const wordless = files.find(({ words }) => words.trim() === '');
    if (wordless) return fields.current.get(wordless.id)?.focus();
    setBusy(true);
    const nodes: (object | null)[] = [];
    for (const file of files) {
      const uploaded = file.state.kind === 'done' ? file.state.uploaded : await send(file);
      if (!isOpen.current) return;
      nodes.push(uploaded && nodeOf(file, uploaded));
    }
    setBusy(false);
    if (nodes.some((node) => node === null)) return;
    insert(editor, nodes);
    props.onClose();
  };

  return (
    <BlockDialog
      title="Several files"
      isNew
      busy={busy}
      error={null}
      initialFocus={first}
      onSubmit={() => void done()}
      onLeave={leave}
      nested={question}
    >
      <LeftOutFiles files={sorted.leftOut} />
      {files.map((file, index) => (
        <OneOfSeveral
          key={file.id}
          file={file}
          busy={busy}
          lacksWords={tried && file.words.trim() === ''}
          onChange={(changes) => change(file.id, changes)}
          onLeaveOut={() => setFiles((all) => all.filter(({ id }) => id !== file.id))}
          fieldRef={(field) => {
            if (index === 0) first.current = field;
            if (field) fields.current.set(file.id, field);
            else fields.current.delete(file.id);
          }}
        />
      ))}
    </BlockDialog>
  );
}

function nodeOf({ kind, words, credit }: DescribedFile, uploaded: StoredPicture): object {
  const { id: mediaId, width, height, pages, byteSize } = uploaded;
  if (kind === 'pdf') {
    const attrs = FileBlock.shape.attrs.parse({ mediaId, title: words.trim(), pages, byteSize });
    return { type: 'file', attrs };
  }
  const described = { alt: words.trim(), credit: credit.trim() || null };
  return { type: 'figure', attrs: { mediaId, width, height, ...described } };
}

function insert(editor: Editor, nodes: (object | null)[]): void {
  if (nodes.length === 0) return;
  requestAnimationFrame(() => {
    editor
      .chain()
      .focus()
      .insertContent(nodes as object[])
      .scrollIntoView()
      .run();
  });
}
