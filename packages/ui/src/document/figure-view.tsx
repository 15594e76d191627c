import type { PictureView } from '@viewpoints/domain/articles/article-view';
import type { Figure } from '@viewpoints/domain/articles/document';
import type { ReactNode } from 'react';

type Props = { figure: Figure; picture: PictureView | undefined; children: ReactNode };

/** A picture with caption and credit; its description stands in where the picture is missing. */
export function FigureView({ figure, picture, children }: Props) {
  const { alt, credit } = figure.attrs;
  return (
    <figure>
      {picture === undefined ? (
        <p className="missing-picture">{alt}</p>
      ) : (
        <img
          src={picture.src}
          alt={alt}
          width={picture.width}
          height={picture.height}
          loading="lazy"
          decoding="async"
        />
      )}
      {children === null && credit === null ? null : (
        <figcaption>
          {children}
          {credit === null ? null : <small className="credit"> {credit}</small>}
        </figcaption>
      )}
    </figure>
  );
}
