'use client';

import type { PageParent } from '@viewpoints/domain/pages/page-parent';
import { ErrorNote } from '../ui/error-note.tsx';
import { Select } from '../ui/select.tsx';
import { nameOfPage } from './page-tree.ts';
import { usePageList } from './use-page-list.ts';

/** What a page stands under: nothing, About, or another page. */
export function ParentField(props: {
  value: PageParent;
  onChange: (parent: PageParent) => void;
  /** The page itself, which with those under it is no choice. */
  own?: { id: string; address: string };
  error: string | null;
}) {
  const { own } = props;
  const pages = usePageList();
  const others = pages.items.filter(
    ({ id, address }) =>
      own === undefined || (id !== own.id && !address.startsWith(`${own.address}/`)),
  );
  if (pages.error) return <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />;
  return (
    <Select<PageParent>
      label="Parent"
      value={props.value}
      onChange={props.onChange}
      disabled={pages.isPending}
      error={props.error}
      options={[
        { value: null, label: 'None', hint: 'At the root of the site' },
        { value: 'about', label: 'About', hint: '/about' },
        ...others.map((page) => ({
          value: page.id,
          label: nameOfPage(page),
          hint: `/${page.address}`,
        })),
      ]}
    />
  );
}
