'use client';

import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { type Problem, UNREACHABLE } from '../data/problem.ts';
import { Dialog } from './dialog.tsx';
import { DialogLoading } from './dialog-loading.tsx';
import { ErrorNote } from './error-note.tsx';

/** A component whose script is loaded once it is shown, or before that by `preload`. */
export type OnDemand<Props> = ComponentType<Props> & {
  /** Loads the script, so that the component is available at once, also without a connection. */
  preload: () => Promise<void>;
};

/**
 * A part of a screen whose script is loaded once it is shown. If that fails, this part says so and
 * can be retried; the screen around it stays.
 * @param load imports the component
 * @param loading what is shown until it is loaded
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  loading: ReactNode = null,
): OnDemand<Props> {
  return loadedBy({
    load,
    loading: () => loading,
    failed: (retry) => <LoadFailed onRetry={retry} />,
  });
}

/**
 * A dialog whose script is loaded once it is opened; as {@link onDemand}. Until then a placeholder over
 * the page says that it is loading.
 */
export function dialogOnDemand<Props extends { onClose: () => void }>(
  load: () => Promise<ComponentType<Props>>,
): OnDemand<Props> {
  return loadedBy({
    load,
    loading: ({ onClose }) => <DialogLoading onClose={onClose} />,
    failed: (retry, { onClose }) => (
      <Dialog open onOpenChange={onClose} size="sm" title="Not loaded">
        <LoadFailed onRetry={retry} />
      </Dialog>
    ),
  });
}

type Part<Props> = {
  load: () => Promise<ComponentType<Props>>;
  loading: (props: Props) => ReactNode;
  failed: (retry: () => void, props: Props) => ReactNode;
  /** The component, once it is loaded. */
  ready: ComponentType<Props> | null;
};

const loadedBy = <Props extends object>(given: Omit<Part<Props>, 'ready'>): OnDemand<Props> => {
  const part: Part<Props> = { ...given, ready: null };
  const preload = async () => {
    part.ready = await part.load();
  };
  return Object.assign(
    (props: Props) => <LoadedOnDemand part={part} preload={preload} componentProps={props} />,
    { preload },
  );
};

/** Without `lazy` and Suspense, whose fallback React shows for at least 300 ms. */
function LoadedOnDemand<Props extends object>(props: {
  part: Part<Props>;
  preload: () => Promise<void>;
  componentProps: Props;
}) {
  const { part, preload, componentProps } = props;
  const [state, setState] = useState<'loading' | 'failed' | 'loaded'>(
    part.ready === null ? 'loading' : 'loaded',
  );
  useEffect(() => {
    if (state !== 'loading') return;
    let isShown = true;
    const show = (next: 'failed' | 'loaded') => {
      if (isShown) setState(next);
    };
    preload().then(
      () => show('loaded'),
      () => show('failed'),
    );
    return () => {
      isShown = false;
    };
  }, [state, preload]);
  if (state === 'failed') return part.failed(() => setState('loading'), componentProps);
  if (state === 'loading' || part.ready === null) return part.loading(componentProps);
  return <part.ready {...componentProps} />;
}

const notLoaded: Problem = {
  code: UNREACHABLE,
  title: 'This part of the screen could not be loaded.',
  reasons: [],
  next: 'Check your connection and try again. If that does not help, reload the page.',
};

const LoadFailed = (props: { onRetry: () => void }) => (
  <ErrorNote error={notLoaded} onRetry={props.onRetry} />
);
