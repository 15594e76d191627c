/** The format of every share image: the size that the large cards of all networks have in common. */
export const shareImage = { width: 1200, height: 630, type: 'image/png' } as const;

/** Paths of share images on this site. */
export const journalSharePath = '/share.png';
export const articleSharePath = (slug: string): string => `/articles/${slug}/share.png`;
export const findingSharePath = (id: string): string => `/findings/${id}/share.png`;
/** Of a page with a stance board: "/issues/ceasefire". */
export const boardSharePath = (path: string): string => `${path}/share.png`;
