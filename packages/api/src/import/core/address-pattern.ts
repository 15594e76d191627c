/** The parts of an item that its address on the old site may be made of. */
export type AddressParts = {
  slug: string;
  id: string;
  /** The path of its file without its ending; for systems that have files. */
  path: string;
  /** The first of its topics. */
  topic: string;
  publishedAt: string | null;
};

/** The path of an item by a pattern; null if it lacks a part that the pattern has. */
export function pathBy(pattern: string, parts: AddressParts): string | null {
  const [year = '', month = '', day = ''] = parts.publishedAt?.slice(0, 10).split('-') ?? [];
  const { slug, id, path, topic } = parts;
  const values: Readonly<Record<string, string>> = { slug, id, path, topic, year, month, day };
  let isWhole = true;
  const made = pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    if (value === '') isWhole = false;
    return value.split('/').map(encodeURIComponent).join('/');
  });
  return isWhole ? made : null;
}
