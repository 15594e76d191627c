/** The titles of stance boards, by the first part of the address of their page. */
export const boardTitles = { issues: 'Who stands where', actors: 'Where they stand' } as const;

export type BoardPage = keyof typeof boardTitles;

/** "Who stands where: Foreign monitors", for where the name is not beside it. */
export const boardTitle = (page: BoardPage, name: string): string =>
  `${boardTitles[page]}: ${name}`;
