'use client';

import { type Author, AuthorContent } from '@viewpoints/domain/articles/article';
import { Signature } from 'lucide-react';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { CatalogueScreen } from '../catalogue/catalogue-screen.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { LinesField } from '../ui/lines-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const labels = { about: 'About', sameAs: 'Also found at' };

const authors: Catalogue<typeof AuthorContent, Author> = {
  kind: 'author',
  icon: Signature,
  api: viewpoints.editor.authors,
  schema: AuthorContent,
  description: 'Who may be named in a byline. An author need not have an account.',
  empty:
    'An article needs a byline or a reason for none. Add the people who write for the journal.',
  removal: 'The author’s page disappears. An author whom a byline names cannot be removed.',
  blank: (named) => ({ ...named, about: '', sameAs: [] }),
  labels,
  Fields: ({ form: { draft, set, fieldError } }) => (
    <>
      <TextField
        label={labels.about}
        optional
        rows={3}
        maxLength={1000}
        hint="For readers, on the author’s own page."
        value={draft.about}
        onChange={(about) => set('about', about)}
        error={fieldError('about')}
      />
      <LinesField
        label={labels.sameAs}
        optional
        hint="Web addresses, one a line: ORCID, Wikidata, a page of their own. Readers and search engines see them."
        value={draft.sameAs}
        onChange={(sameAs) => set('sameAs', sameAs)}
        error={fieldError('sameAs')}
      />
    </>
  ),
  row: ({ about }) => ({ meta: about ? <span className="line-clamp-1">{about}</span> : null }),
};

export function AuthorsScreen() {
  return <CatalogueScreen catalogue={authors} />;
}
