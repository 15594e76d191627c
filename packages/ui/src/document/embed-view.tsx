import type { PictureView } from '@viewpoints/domain/articles/article-view';
import type { Embed } from '@viewpoints/domain/document/blocks/embed';
import { findEmbedTarget } from '@viewpoints/domain/document/embed-target';
import type { ReactNode } from 'react';
import type { EmbedLabels } from './document-labels.ts';
import { Picture, type PictureSources } from './figure-view.tsx';
import { SafeLink } from './marked.tsx';

type Props = {
  embed: Embed;
  picture: PictureView | undefined;
  sources: PictureSources | undefined;
  isFirst: boolean;
  words: EmbedLabels;
  children: ReactNode;
};

/**
 * Content of another site: a still, a link, and a button that says who will learn what. No request
 * is made until it is pressed, and without a script there is the link. The script reads `data-`
 * attributes.
 */
export function EmbedView({ embed, picture, sources, isFirst, words, children }: Props) {
  const { href, title, alt, kind } = embed.attrs;
  const target = findEmbedTarget(href);
  const still =
    picture === undefined ? null : (
      <Picture picture={picture} alt={alt} sources={sources} isFirst={isFirst} />
    );
  return (
    <figure className="embed" data-kind={target?.kind ?? kind}>
      {target === null ? (
        still
      ) : (
        <div
          className="embed-frame"
          data-embed={target.provider}
          data-frame={target.src}
          data-title={title}
          data-referrer={target.sendsReferrer ? 'strict-origin' : 'no-referrer'}
          data-ask-again={words.askAgain(target)}
        >
          {still ?? (
            <p className="embed-card" aria-hidden="true">
              {title}
            </p>
          )}
          <div className="embed-offer">
            <button type="button">{words.show(target)}</button>
            <p>{words.learns(target)}</p>
            <label>
              <input type="checkbox" /> {words.always(target)}
            </label>
          </div>
        </div>
      )}
      <p className="embed-link">
        <SafeLink href={href}>{title}</SafeLink>{' '}
        <small>{words.on(target?.name ?? hostOf(href))}</small>
      </p>
      {children === null ? null : <figcaption>{children}</figcaption>}
    </figure>
  );
}

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).hostname.replace(/^www\./, '') : href;
}
