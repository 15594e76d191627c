'use client';

import { useQuery } from '@tanstack/react-query';
import type { EditorView } from '@tiptap/pm/view';
import { useMemo, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { safeHref } from '../schema/safe-href.ts';
import { markedRange, writeMark } from './mark-range.ts';
import { ownArticleAt, searchOwnArticles } from './own-articles.ts';

/** Sets, changes or takes off a link in `view`: the article's own or a footnote's. */
export function LinkDialog(props: { view: EditorView; onClose: () => void }) {
  const { view } = props;
  const { link } = view.state.schema.marks;
  const range = useMemo(() => (link ? markedRange(view.state, link) : null), [view, link]);
  const [href, setHref] = useState<string>(range?.mark?.attrs.href ?? '');
  const [tried, setTried] = useState(false);
  const safe = safeHref(href);
  const target = useQuery({
    queryKey: ['articles', 'at', safe],
    queryFn: () => ownArticleAt(safe ?? ''),
    enabled: safe?.startsWith('/articles/') ?? false,
  });
  const leadsTo = target.data?.id === safe ? (target.data ?? null) : null;
  if (!link || !range) return null;
  const words = view.state.doc.textBetween(range.from, range.to);

  const write = (address: string | null) => {
    props.onClose();
    const mark = address === null ? null : link.create({ href: address });
    // After the dialog has given the focus back.
    requestAnimationFrame(() => writeMark(view, range, mark, link, address ?? ''));
  };
  const save = () => {
    if (safe !== null) write(safe);
    else setTried(true);
  };

  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title={range.mark ? 'Change the link' : 'Link'}
      description={
        words ? <span dir="auto">“{words}”</span> : 'The address itself will be written.'
      }
      footer={
        <>
          {range.mark ? (
            <Button variant="danger-quiet" onClick={() => write(null)}>
              Remove link
            </Button>
          ) : null}
          <Button variant="primary" type="submit" form="link-form">
            {range.mark ? 'Change' : 'Link'}
          </Button>
        </>
      }
    >
      <form
        id="link-form"
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label="Address"
          value={href}
          onChange={setHref}
          dir="ltr"
          autoFocus
          hint="A web address, a path on the journal such as /topics/ports, or an e-mail address."
          error={
            tried && safe === null
              ? 'Use an address that begins with https://, a path that begins with /, or an e-mail address.'
              : null
          }
        />
        <Combobox
          label="Article"
          hint="One of the journal’s own, by words of its headline."
          placeholder="Search headlines…"
          value={leadsTo}
          search={searchOwnArticles}
          onChange={(article) => {
            if (article === null) setHref('');
            else write(article.id);
          }}
        />
      </form>
    </Dialog>
  );
}
