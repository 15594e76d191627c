/** A page of the sample journal about itself, under About. */
export type SamplePage = { title: string; summary: string; body: string; at: string };

export const samplePages: readonly SamplePage[] = [
  {
    title: 'Who we are',
    summary: 'A journal that does not exist, about places that do not either.',
    at: '2026-03-02T09:00:00.000Z',
    body: `
This is the sample journal. Its states, councils, reporters and rivers were made up, so that somebody who tries the program sees a journal at work. Nobody said any of this.

## What it shows

Each article rests on sources with terms. What somebody holds is a finding of its own: with the words that carry it, whose they are, and on which terms they may be shown.

## Who writes

Two accounts wrote all of it, since nothing here is published by one person alone. Neither can sign in.

## Your own page

A page like this one is written like an article and published by a second person. It stands under About, at the root of the site or under another page.
`,
  },
];
