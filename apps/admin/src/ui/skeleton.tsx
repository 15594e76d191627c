import { classNames } from './class-names.ts';

/** A grey place-holder of the size of what comes. */
export function Skeleton(props: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames(
        'block h-4 animate-[shimmer_1.4s_ease-in-out_infinite] rounded-sm bg-hover',
        props.className,
      )}
    />
  );
}

/** Rows that hold the place of a list while it loads; said once to screen readers. */
export function SkeletonRows(props: { rows?: number; label?: string }) {
  return (
    <div role="status" className="divide-y divide-line">
      <span className="sr-only">{props.label ?? 'Loading…'}</span>
      {Array.from({ length: props.rows ?? 6 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity that never move.
        <div key={index} className="flex items-center gap-4 px-4 py-3">
          <Skeleton className={index % 3 === 0 ? 'w-2/5' : index % 3 === 1 ? 'w-3/5' : 'w-1/2'} />
          <Skeleton className="ms-auto w-16" />
        </div>
      ))}
    </div>
  );
}
