/** The slug of a draft without a headline: "draft-" and eight random hexadecimal digits. */
export const isPlaceholderSlug = (slug: string): boolean => /^draft-[0-9a-f]{8}$/.test(slug);
