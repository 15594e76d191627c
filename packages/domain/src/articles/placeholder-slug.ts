/** The slug of a draft whose headline has made none yet: "draft-" and eight figures that tell it apart. */
export const isPlaceholderSlug = (slug: string): boolean => /^draft-[0-9a-f]{8}$/.test(slug);
