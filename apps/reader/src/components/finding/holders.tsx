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
            <HolderLabel holder={holder} />
          ) : (
            <a href={`/actors/${holder.actor.slug}`}>
              <HolderLabel holder={holder} />
            </a>
          )}
        </Fragment>
      ))}
    </span>
  );
}

/**
 * A holder: the name, and its description in the journal's language. Each has its own direction:
 * next to a Hebrew name the brackets would come apart.
 */
export function HolderLabel({ holder: { actor, wording, label } }: { holder: HolderView }) {
  const name = wording ?? actor?.name ?? '';
  return (
    <>
      <bdi>{name}</bdi>
      {label.length > name.length ? <bdi>{label.slice(name.length)}</bdi> : null}
    </>
  );
}
