/** The pages under About that are made by the program, as they are listed beside the journal's own. */
export const builtInPages: readonly { path: string; title: string; summary: string }[] = [
  {
    path: 'about/attribution',
    title: 'How we attribute',
    summary: 'What a finding is, and on which terms its sources may be named.',
  },
  {
    path: 'about/privacy',
    title: 'Privacy',
    summary: 'What is counted when you read here, and what is not.',
  },
  {
    path: 'about/accessibility',
    title: 'Accessibility',
    summary: 'How this site can be read, and what is still missing.',
  },
];
