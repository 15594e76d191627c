import type { PictureView } from '@viewpoints/domain/articles/article-view';
import type { Figure } from '@viewpoints/domain/document/blocks/figure';
import type { ReactNode } from 'react';

/** A picture's addresses in several widths and formats, the smallest format first. */
export type PictureSources = {
  sources: { type: string; srcSet: string }[];
  src: string;
  srcSet: string;
  /** How wide it is on the page. */
  sizes: string;
};

type PictureProps = {
  picture: PictureView;
  alt: string;
  sources: PictureSources | undefined;
  /** Whether it is likely to be visible at once, and so is loaded eagerly. */
  isFirst: boolean;
};

/** A picture in the width and format that suit the screen, where it is to be had in several. */
export function Picture({ picture, alt, sources, isFirst }: PictureProps) {
  const { width, height, src, focal } = picture;
  const shared = {
    ...({ width, height, decoding: 'async', loading: isFirst ? 'eager' : 'lazy' } as const),
    ...(focal === undefined ? {} : { className: `focal-x-${focal.x} focal-y-${focal.y}` }),
  };
  if (sources === undefined) return <img src={src} alt={alt} {...shared} />;
  const { sizes } = sources;
  return (
    <picture>
      {sources.sources.map(({ type, srcSet }) => (
        <source key={type} type={type} srcSet={srcSet} sizes={sizes} />
      ))}
      <img src={sources.src} srcSet={sources.srcSet} sizes={sizes} alt={alt} {...shared} />
    </picture>
  );
}

type Props = Omit<PictureProps, 'picture' | 'alt'> & {
  figure: Figure;
  picture: PictureView | undefined;
  children: ReactNode;
};

/** A picture with caption and credit; its description is shown if the picture is missing. */
export function FigureView({ figure, picture, children, ...rest }: Props) {
  const { alt, credit } = figure.attrs;
  return (
    <figure>
      {picture === undefined ? (
        <p className="missing-picture">{alt}</p>
      ) : (
        <Picture picture={picture} alt={alt} {...rest} />
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
