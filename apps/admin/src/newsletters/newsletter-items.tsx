'use client';

import { maxNewsletterItems, type NewsletterItem } from '@viewpoints/domain/newsletters/newsletter';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { DragHandle } from '../reorder/drag-handle.tsx';
import { MoveButtons } from '../reorder/move-buttons.tsx';
import { useReorder } from '../reorder/use-reorder.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox, type Option } from '../ui/combobox.tsx';
import { Panel } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';

type Props = {
  items: readonly NewsletterItem[];
  /** Titles of what readers see now, by ids. */
  titles: ReadonlyMap<string, string>;
  locked: boolean;
  error: (path: string) => string | null;
  onChange: (items: NewsletterItem[]) => void;
};

/** What a newsletter has, in the order of the message: moved by buttons, or by dragging. */
export function NewsletterItems(props: Props) {
  const { items, locked, onChange } = props;
  const order = useReorder(items, onChange);
  /** Titles of what was just added. */
  const [added, setAdded] = useState<ReadonlyMap<string, string>>(new Map());
  const add = (kind: 'article' | 'finding') => (option: Option | null) => {
    if (option === null) return;
    setAdded(new Map([...added, [option.id, option.label]]));
    onChange([...items, { kind, id: option.id }]);
  };
  const ids = items.flatMap((item) => (item.kind === 'text' ? [] : [item.id]));
  const fresh = (options: Option[]) => options.filter(({ id }) => !ids.includes(id));
  const nameOf = (item: NewsletterItem, index: number): string =>
    item.kind === 'text'
      ? `Text ${index + 1}`
      : (props.titles.get(item.id) ?? added.get(item.id) ?? 'Not public now');
  return (
    <Panel title="Content">
      {items.length === 0 ? (
        <p className="px-4 py-6 text-center text-ink-soft">
          Nothing yet. Begin with a text, then add articles and findings.
        </p>
      ) : (
        <ol ref={order.list} aria-label="Content" className="divide-y divide-line">
          {items.map((item, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: texts have no other identity.
              key={index}
              className="flex items-start gap-2 px-3 py-3"
              {...order.target(index)}
            >
              {locked ? null : <DragHandle {...order.handle(index)} />}
              <div className="min-w-0 flex-1">
                {item.kind === 'text' ? (
                  <TextField
                    label={nameOf(item, index)}
                    rows={3}
                    maxLength={4000}
                    dir="auto"
                    readOnly={locked}
                    hint="Plain text. An empty line begins a paragraph."
                    value={item.text}
                    onChange={(text) => onChange(items.with(index, { kind: 'text', text }))}
                    error={props.error(`items.${index}.text`)}
                  />
                ) : (
                  <p className="flex flex-wrap items-baseline gap-2">
                    <Badge tone="plain">{item.kind === 'article' ? 'Article' : 'Finding'}</Badge>
                    <span className="font-serif text-lg leading-snug" dir="auto">
                      {nameOf(item, index)}
                    </span>
                    {props.titles.has(item.id) || added.has(item.id) ? null : (
                      <span className="text-danger">Left out when it is sent</span>
                    )}
                  </p>
                )}
              </div>
              {locked ? null : (
                <MoveButtons
                  {...{ name: nameOf(item, index), index, count: items.length }}
                  onStep={(way) => order.step(index, way)}
                  onRemove={() => onChange(items.toSpliced(index, 1))}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {locked || items.length >= maxNewsletterItems ? null : (
        <div className="grid gap-3 border-t border-line p-4 sm:grid-cols-2">
          <Combobox
            label="Add article"
            placeholder="Search by headline"
            search={async (q) => fresh(await findArticles(q))}
            value={null}
            onChange={add('article')}
          />
          <Combobox
            label="Add finding"
            placeholder="Search by words"
            search={async (q) => fresh(await findFindings(q))}
            value={null}
            onChange={add('finding')}
          />
          <div>
            <Button icon={Plus} onClick={() => onChange([...items, { kind: 'text', text: '' }])}>
              Add text
            </Button>
          </div>
        </div>
      )}
    </Panel>
  );
}

const words = (q: string) => (q.trim() === '' ? {} : { q: q.trim() });

async function findArticles(q: string): Promise<Option[]> {
  const { items } = await viewpoints.editor.articles.list.query({
    ...words(q),
    state: ['published'],
    limit: 20,
  });
  return items.map(({ id, headline }) => ({ id, label: headline || 'Untitled' }));
}

async function findFindings(q: string): Promise<Option[]> {
  const { items } = await viewpoints.editor.findings.list.query({
    ...words(q),
    state: ['published'],
    limit: 20,
  });
  return items.map(({ id, proposition }) => ({ id, label: proposition }));
}
