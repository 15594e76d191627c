import { PDFDocument, type PDFFont, StandardFonts } from '@cantoo/pdf-lib';

/** A PDF of one page for each text, as a program writes it. */
export async function aPdf(...texts: string[]): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  const font: PDFFont = await made.embedFont(StandardFonts.Helvetica);
  for (const text of texts) {
    const page = made.addPage([300, 200]);
    page.drawText(text, { x: 20, y: 120, size: 12, font, lineHeight: 14 });
  }
  return made.save({ useObjectStreams: false });
}

type Objects = Readonly<Record<number, string>>;

const streamOf = (content: string, entries = '') =>
  `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** Objects of a PDF with all the metadata that programs write, each with `marker`. */
export function markedObjects(marker: string, words: string): Objects {
  return {
    1: `<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R /Lang (${marker})
      /OpenAction << /S /JavaScript /JS (app.alert\\("${marker}"\\)) >>
      /Names << /EmbeddedFiles << /Names [(${marker}) 7 0 R] >> >>
      /Outlines << /Type /Outlines /First 9 0 R /Last 9 0 R /Count 1 >> >>`,
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 200] >>',
    3: `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Annots [10 0 R 11 0 R]
      /Resources << /Font << /F1 5 0 R >> /XObject << /X1 12 0 R >>
        /Properties << /P1 << /Type /OCG /Name (${marker}) >> >> >>
      /PieceInfo << /App << /Private (${marker}) >> >> /LastModified (${marker}) >>`,
    4: streamOf(
      `% ${marker}\n/Span << /ActualText (${marker}) >> BDC BT /F1 12 Tf 20 120 Td (${words}) Tj ET EMC /OC /P1 BDC q Q EMC /X1 Do`,
    ),
    5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    6: streamOf(`<x:xmpmeta>${marker}</x:xmpmeta>`, '/Type /Metadata /Subtype /XML'),
    7: `<< /Type /Filespec /F (${marker}) /EF << /F 8 0 R >> >>`,
    8: streamOf(marker, '/Type /EmbeddedFile'),
    9: `<< /Title (${marker}) /Parent 1 0 R /Dest [3 0 R /Fit] >>`,
    10: `<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (${marker}) /T (${marker}) >>`,
    11: '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://weir.example/annex) >> >>',
    12: streamOf(
      `% ${marker}\nq Q`,
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Metadata 6 0 R /Name (${marker})`,
    ),
    13: `<< /Title (${marker}) /Author (${marker}) >>`,
  };
}

/** The bytes of a PDF of those objects; 1 is its catalogue and 13 its information. */
export function pdfOf(objects: Objects): Buffer {
  return appended('%PDF-1.7\n', objects, '');
}

/** The same file with other objects written behind it, as an incremental update does. */
export function updated(before: Buffer, objects: Objects): Buffer {
  const text = before.toString('latin1');
  const start = /startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1] ?? '';
  return appended(text, objects, ` /Prev ${start}`);
}

function appended(before: string, objects: Objects, more: string): Buffer {
  let text = before;
  const lines: string[] = [];
  for (const [number, object] of Object.entries(objects)) {
    lines.push(`${number} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const at = text.length;
  const trailer = `trailer\n<< /Size 14 /Root 1 0 R /Info 13 0 R${more} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.from(
    `${text}xref\n0 1\n0000000000 65535 f \n${lines.join('')}${trailer}`,
    'latin1',
  );
}

/** A signature field, which a form with a signature has. */
export const signedObjects = (objects: Objects): Objects => ({
  ...objects,
  1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [<< /FT /Sig /T (s) >>] >> >>',
});
