'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import type { PreviewTheme } from './preview-options.ts';

/** Milliseconds in which nothing is saved before the preview is made again. */
const debounce = 1200;

/** A pass to the preview of what is saved, and another whenever something else is. */
export function usePreview(of: { id: string; version: string; show: string; theme: PreviewTheme }) {
  const { id, show, theme } = of;
  const [version, setVersion] = useState(of.version);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (of.version === version) return;
    const timer = setTimeout(() => setVersion(of.version), debounce);
    return () => clearTimeout(timer);
  }, [of.version, version]);
  // The width needs no other page; what is printed and the share image do.
  const kind = show === 'share' || show === 'print' ? show : 'page';
  const pass = useQuery({
    queryKey: ['preview', id, version, kind, theme, attempt],
    queryFn: () => viewpoints.editor.articles.preview.mutate({ id }),
    // A pass is for once, and shows what is saved by then.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    placeholderData: (before) => before,
  });
  return {
    pass: pass.data ?? null,
    error: pass.error,
    isPaused: pass.fetchStatus === 'paused',
    isWorking: pass.fetchStatus === 'fetching',
    refresh: () => setAttempt((times) => times + 1),
  };
}
