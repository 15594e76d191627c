import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type UploadedPicture, uploadPicture } from './upload-picture.ts';

export type UploadState =
  | { kind: 'waiting' }
  | { kind: 'sending'; share: number }
  | { kind: 'done'; uploaded: UploadedPicture }
  | { kind: 'failed'; error: unknown };

/** A file on its way into the library. */
export type Upload = { id: number; file: File; state: UploadState };

/** Sends several files one after another: one that fails holds up none of the others. */
export function useUploads() {
  const queries = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const nextId = useRef(1);
  const turn = useRef<Promise<void>>(Promise.resolve());

  const change = (id: number, state: UploadState) =>
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, state } : each)));
  const send = async ({ id, file }: Upload) => {
    change(id, { kind: 'sending', share: 0 });
    try {
      const described = { alt: '', credit: '' };
      const uploaded = await uploadPicture(file, described, (share) =>
        change(id, { kind: 'sending', share }),
      );
      change(id, { kind: 'done', uploaded });
      void queries.invalidateQueries({ queryKey: ['media'] });
    } catch (error) {
      change(id, { kind: 'failed', error });
    }
  };
  const enqueue = (upload: Upload) => {
    turn.current = turn.current.then(() => send(upload));
  };

  return {
    uploads,
    add: (files: readonly File[]) => {
      const added = files.map((file): Upload => {
        const id = nextId.current;
        nextId.current += 1;
        return { id, file, state: { kind: 'waiting' } };
      });
      setUploads((all) => [...all, ...added]);
      for (const upload of added) enqueue(upload);
    },
    retry: (id: number) => {
      const upload = uploads.find((each) => each.id === id);
      if (upload === undefined) return;
      change(id, { kind: 'waiting' });
      enqueue(upload);
    },
    /** Takes from the list what is not under way. */
    clear: () =>
      setUploads((all) =>
        all.filter(({ state }) => state.kind === 'waiting' || state.kind === 'sending'),
      ),
  };
}
