import { fileFacts } from '@viewpoints/domain/document/file-facts';
import type { FocalPoint } from '@viewpoints/domain/media/focal-point';
import { FileText } from 'lucide-react';

type Shown = {
  id: string;
  width: number;
  height: number;
  pages: number | null;
  byteSize: number;
  focal: FocalPoint | null;
};

/** A picture of the library, or what there is to see of a file: that it is one, and how long. */
export function MediaTile({ media, alt = '' }: { media: Shown; alt?: string }) {
  const { id, width, height, pages, byteSize, focal } = media;
  if (pages !== null)
    return (
      <span className="grid aspect-4/3 w-full place-content-center justify-items-center gap-2 bg-sunken px-3 text-center text-sm text-ink-soft">
        <FileText aria-hidden className="size-8" />
        {fileFacts({ pages, byteSize })}
      </span>
    );
  return (
    // biome-ignore lint/performance/noImgElement: the API serves pictures as they are.
    <img
      src={`/media/${id}`}
      alt={alt}
      width={width}
      height={height}
      loading="lazy"
      style={focal === null ? undefined : { objectPosition: `${focal.x}% ${focal.y}%` }}
      className="aspect-4/3 w-full bg-sunken object-cover"
    />
  );
}
