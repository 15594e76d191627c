import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { FileMetadata } from '@viewpoints/domain/media/removed-data';
import type { UnreadCause } from '@viewpoints/domain/media/unread-cause';
import { readPdfMetadata } from '../metadata/pdf-metadata.ts';
import { measurePages } from './measure-page.ts';
import { readPdf } from './read-pdf.ts';
import { rewritePdf } from './rewrite-pdf.ts';

/** A PDF to be read and rewritten, in another process. */
export type PdfJob = { bytes: Uint8Array; maxPages: number; maxText: number };

export type PdfRead =
  | {
      ok: true;
      /** The rewritten file. */
      bytes: Uint8Array;
      pages: number;
      /** Of the first page, in points. */
      width: number;
      height: number;
      /** All words that can be read in it, those of its links among them. */
      text: string;
      /** Why a person has to look at it as well. */
      unread: UnreadCause[];
      /** The removed metadata. */
      metadata: FileMetadata;
    }
  | { ok: false; why: 'unreadable' | 'encrypted' | 'no_pages' | 'too_long' }
  | { ok: false; why: 'too_many_pages'; pages: number };

/**
 * Rewrites a PDF with nothing but its pages, and reads what was written: what is searched for
 * protected names is what readers get.
 */
export async function cleanPdf({ bytes, maxPages, maxText }: PdfJob): Promise<PdfRead> {
  try {
    const source = await PDFDocument.load(bytes, { updateMetadata: false });
    const pages = source.getPageCount();
    if (pages === 0) return { ok: false, why: 'no_pages' };
    if (pages > maxPages) return { ok: false, why: 'too_many_pages', pages };
    const { width, height } = source.getPage(0).getSize();
    const changed = causesOfChange(source);
    const metadata = readPdfMetadata(source);
    const { bytes: made, wide } = await rewritePdf(source);
    const { text, unread } = await readPdf(wide, measurePages(source));
    if (text.length > maxText) return { ok: false, why: 'too_long' };
    return {
      ...{ ok: true, bytes: made, pages, text },
      ...{ width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) },
      unread: [...changed, ...unread],
      metadata,
    };
  } catch (error) {
    return { ok: false, why: error instanceof EncryptedPDFError ? 'encrypted' : 'unreadable' };
  }
}

/** Why a person has to compare what was rewritten with the file: it may show more, or claim less. */
function causesOfChange(source: PDFDocument): UnreadCause[] {
  return [
    ...(isSigned(source) ? ['signed' as const] : []),
    ...(isCovered(source) ? ['covered' as const] : []),
    ...(source.catalog.has(PDFName.of('OCProperties')) ? ['layered' as const] : []),
  ];
}

/** Whether annotations other than links cover a page, such as a bar over a name: all are dropped. */
function isCovered(source: PDFDocument): boolean {
  return source.getPages().some(({ node }) => {
    const annotations = node.lookup(PDFName.of('Annots'));
    if (!(annotations instanceof PDFArray)) return false;
    return annotations.asArray().some((_, index) => {
      const annotation = annotations.lookup(index);
      return (
        annotation instanceof PDFDict &&
        annotation.lookup(PDFName.of('Subtype')) !== PDFName.of('Link')
      );
    });
  });
}

/** Whether the file is signed: rewriting it would remove the signature. */
function isSigned(source: PDFDocument): boolean {
  const form = source.catalog.lookup(PDFName.of('AcroForm'));
  if (!(form instanceof PDFDict)) return false;
  const fields = form.lookup(PDFName.of('Fields'));
  const hasSignature =
    fields instanceof PDFArray &&
    fields.asArray().some((_, index) => {
      const field = fields.lookup(index);
      return field instanceof PDFDict && field.lookup(PDFName.of('FT')) === PDFName.of('Sig');
    });
  return hasSignature || form.has(PDFName.of('SigFlags'));
}
