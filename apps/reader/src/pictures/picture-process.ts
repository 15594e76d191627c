import { drawIcon } from '../share/draw-icon.ts';
import { drawShareImage } from '../share/draw-share-image.ts';
import { makeVariant } from './make-variant.ts';
import type { PictureAnswer, PictureJob, PictureOrder } from './picture-job.ts';

/** Makes pictures for the process that started it, and ends with it. */
function make(job: PictureJob): Promise<Buffer> {
  switch (job.kind) {
    case 'share':
      return drawShareImage(job.card);
    case 'icon':
      return drawIcon(job.name, job.size);
    case 'variant':
      return makeVariant(job.path, job);
  }
}

const say = (answer: PictureAnswer) => process.send?.(answer);

process.on('message', ({ id, job }: PictureOrder) => {
  make(job).then(
    (bytes) => say({ id, bytes }),
    (error: unknown) => say({ id, error: error instanceof Error ? error.message : 'unknown' }),
  );
});
process.on('disconnect', () => process.exit(0));
