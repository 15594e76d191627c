/** Text and paragraphs as a converted file has them. */
export const text = (words: string) => ({ type: 'text', text: words });
export const para = (words: string) => ({ type: 'paragraph', content: [text(words)] });

/** The first bytes of a picture. */
export const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
