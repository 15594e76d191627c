import type { HolderView } from '@viewpoints/domain/findings/finding-view';
import { Fragment } from 'react';

/** Who holds a position, each with a way to their page. */
export function Holders({ holders }: { holders: readonly HolderView[] }) {
  return (
    <span className="holders">
      {holders.map((holder, index) => (
        <Fragment key={holder.label}>
          {index === 0 ? null : index === holders.length - 1 ? ' and ' : ', '}
          {holder.actor === null ? (
            holder.label
          ) : (
            <a href={`/actors/${holder.actor.slug}`}>{holder.label}</a>
          )}
        </Fragment>
      ))}
    </span>
  );
}
