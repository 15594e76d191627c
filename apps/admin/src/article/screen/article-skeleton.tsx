import { Skeleton } from '../../ui/skeleton.tsx';

/** In place of the article while it is read, in its own measure. */
export function ArticleSkeleton() {
  return (
    <div role="status" className="mx-auto grid max-w-[42rem] gap-4 px-5 py-24">
      <span className="sr-only">Loading the article…</span>
      <Skeleton className="h-9 w-4/5" />
      <Skeleton className="mb-6 h-6 w-3/5" />
      <Skeleton />
      <Skeleton className="w-11/12" />
      <Skeleton />
      <Skeleton className="w-2/3" />
      <Skeleton className="mt-4" />
      <Skeleton className="w-5/6" />
    </div>
  );
}
