import type { PreviewPicture } from '@viewpoints/domain/articles/article-preview';
import { type MediaStore, readStored } from '@viewpoints/pictures/store/media-store';
import type { VariantStore } from '../pictures/variant-store.ts';

type Pictures = { store: MediaStore; variants: VariantStore };

/**
 * Turns a rendered page into a preview: links open in a new tab unless they are within the page,
 * search engines are excluded, and pictures that readers cannot load are embedded. Otherwise
 * `<main>` is unchanged.
 */
export async function previewDocument(
  html: string,
  options: {
    /** Of `<html>`, for the script to read. */
    attributes: string;
    /** Further markup of the head. */
    head?: string;
    script: string | undefined;
    pictures: readonly PreviewPicture[];
    from: Pictures | null;
  },
): Promise<string> {
  const { attributes, script } = options;
  const head = [
    '<base target="_blank"/>',
    '<meta name="robots" content="noindex, nofollow"/>',
    script === undefined ? '' : `<script type="module" async src="${script}"></script>`,
    options.head ?? '',
  ].join('');
  let page = html
    .replace('<html ', `<html ${attributes} `)
    .replace('<head>', `<head>${head}`)
    .replace(/<a (?=[^>]*\bhref="#)/g, '<a target="_self" ');
  for (const picture of options.pictures) page = await inline(page, picture, options.from);
  return page;
}

/** Puts the bytes of a picture into the page, in one width; without them its description is read. */
async function inline(html: string, picture: PreviewPicture, from: Pictures | null) {
  const data = from === null ? null : await dataOf(picture, from).catch(() => null);
  const address = `/media/${picture.id}`;
  return html
    .replace(new RegExp(`<source [^>]*${address}/[^>]*>`, 'g'), '')
    .replace(new RegExp(` srcset="${address}/[^"]*"`, 'gi'), '')
    .replace(
      new RegExp(` src="${address}(?:/[^"]*)?"`, 'g'),
      data === null ? '' : ` src="${data}"`,
    );
}

async function dataOf(picture: PreviewPicture, { store, variants }: Pictures) {
  const read = () => readStored(store, picture.path);
  if (picture.mediaType !== 'image/gif') {
    const original = { sha256: picture.sha256, read };
    const bytes = await variants.get(original, { width: 960, format: 'jpg' }).catch(() => null);
    if (bytes !== null) return `data:image/jpeg;base64,${bytes.toString('base64')}`;
  }
  const whole = await read();
  return whole && `data:${picture.mediaType};base64,${whole.toString('base64')}`;
}

/** Shown if a pass is used up, e.g. because a frame was reloaded. */
export const expiredPage = notePage('This preview has been shown', 'Refresh it in the admin.');

/** Shown if the API cannot be reached. */
export const failedPage = notePage('The preview could not be made', 'Try again in a moment.');

function notePage(title: string, next: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="robots" content="noindex"></head><body><main><h1>${title}</h1><p>${next}</p></main></body></html>`;
}
