import { serveJobs } from '@viewpoints/pictures/serve-jobs';
import { drawingAsPng } from '../resources/boards/drawing-as-png.ts';
import { drawIcon } from '../resources/share/draw-icon.ts';
import { drawShareImage } from '../resources/share/draw-share-image.ts';
import { makeVariant } from './make-variant.ts';
import type { PictureJob } from './picture-job.ts';

/** Makes pictures for the reading site's process. */
serveJobs((job: PictureJob): Promise<Uint8Array> => {
  switch (job.kind) {
    case 'share':
      return drawShareImage(job.card);
    case 'drawing':
      return drawingAsPng(job.svg);
    case 'icon':
      return drawIcon(job.name, job.size);
    case 'variant':
      return makeVariant(job.bytes, job);
  }
});
