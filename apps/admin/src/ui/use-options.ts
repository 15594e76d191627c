'use client';

import { useEffect, useRef, useState } from 'react';

/** An option: its id, its label, and a line to distinguish it from similar ones. */
export type Option = { id: string; label: string; hint?: string };

const CREATE = 'create:new';

/**
 * The options of a combobox for the typed text: requests after a short pause, drops late responses,
 * and adds the offer to create where nothing of that very name exists.
 */
export function useOptions(props: {
  search: (text: string) => Promise<readonly Option[]>;
  open: boolean;
  /** The label of the chosen one (then nothing is searched for), or null if many are chosen. */
  selected: string | null;
  onCreate: ((text: string) => Promise<Option | null>) | undefined;
  createLabel: ((text: string) => string) | undefined;
}) {
  const [text, setText] = useState(props.selected ?? '');
  const [found, setFound] = useState<readonly Option[]>([]);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const search = useRef(props.search);
  search.current = props.search;

  const { selected } = props;
  useEffect(() => {
    if (selected !== null) setText(selected);
  }, [selected]);

  const query = text === selected ? '' : text.trim();
  useEffect(() => {
    if (!props.open) return;
    let late = false;
    setBusy(true);
    const timer = setTimeout(
      () => {
        search
          .current(query)
          .then((options) => {
            if (late) return;
            setFound(options);
            setFailed(false);
          })
          .catch(() => {
            if (!late) setFailed(true);
          })
          .finally(() => {
            if (!late) setBusy(false);
          });
      },
      query === '' ? 0 : 150,
    );
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [query, props.open]);

  const exists = found.some((option) => option.label.toLowerCase() === query.toLowerCase());
  const offer = props.onCreate && query !== '' && !exists && !busy;
  const items: readonly Option[] = offer
    ? [...found, { id: CREATE, label: props.createLabel?.(query) ?? `Create “${query}”` }]
    : found;

  return {
    text,
    setText,
    items,
    busy,
    empty: failed
      ? 'The list could not be loaded. Type again to retry.'
      : busy
        ? 'Looking…'
        : query === ''
          ? 'Nothing here yet. Type to search.'
          : `Nothing called “${query}”.`,
    isCreate: (option: Option) => option.id === CREATE,
    create: async () => (await props.onCreate?.(query)) ?? null,
  };
}
