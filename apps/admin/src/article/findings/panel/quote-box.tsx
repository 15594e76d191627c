'use client';

import type { Editor } from '@tiptap/core';
import type { Finding, Quote } from '@viewpoints/domain/findings/finding';
import { type Candidate, suggestAnchors } from '@viewpoints/domain/findings/reanchor';
import { diffWords } from '@viewpoints/domain/text/diff-words';
import type { Direction } from '@viewpoints/domain/values';
import { LocateFixed, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../../../ui/button.tsx';
import { toast } from '../../../ui/toast.ts';
import { useEditorText } from '../../editor/use-editor-text.ts';
import { showInText } from '../in-text/finding-navigation.ts';
import type { Track } from '../in-text/finding-track.ts';
import { quoteFromSelection, whyNoQuote } from '../quote-from-selection.ts';
import { WordDifference } from '../word-difference.tsx';

/**
 * The quote that carries a finding. Where its words were edited, it shows what changed and where
 * the quote may have gone; which of these it is, a person says.
 */
export function QuoteBox(props: {
  finding: Finding;
  track: Track | null;
  editor: Editor | null;
  language: string;
  direction: Direction;
  mayReanchor: boolean;
  busy: boolean;
  onReanchor: (quote: Quote) => void;
}) {
  const { finding, track, editor } = props;
  const { quote } = finding.evidence;
  const stands = quote === null || track === null || track.standing === 'stands';

  const quoteSelection = () => {
    if (!editor) return;
    const selected = quoteFromSelection(editor, props.language);
    if (selected.ok) props.onReanchor(selected.quote);
    else toast.info(whyNoQuote[selected.why]);
  };

  return (
    <section data-field="quote" aria-label="Quote" className="grid gap-2">
      {quote === null ? (
        <p className="text-ink-soft">It has no quote. Select the sentence that carries it.</p>
      ) : stands ? (
        <blockquote
          dir={props.direction}
          lang={props.language}
          className="max-h-40 overflow-y-auto border-s-2 border-accent ps-3 font-serif text-lg leading-snug"
        >
          {quote.exact}
        </blockquote>
      ) : (
        <LostQuote {...props} quote={quote} />
      )}
      <div className="flex flex-wrap gap-2">
        {editor && track?.range ? (
          <Button size="sm" icon={LocateFixed} onClick={() => showInText(editor.view, finding.id)}>
            Show in text
          </Button>
        ) : null}
        {props.mayReanchor ? (
          <Button size="sm" variant="quiet" busy={props.busy} onClick={quoteSelection}>
            {quote === null ? 'Quote selection' : 'Quote selection instead'}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function LostQuote(props: {
  quote: Quote;
  track: Track | null;
  editor: Editor | null;
  direction: Direction;
  mayReanchor: boolean;
  busy: boolean;
  onReanchor: (quote: Quote) => void;
}) {
  const text = useEditorText(props.editor);
  const candidates = useMemo(
    () => (text ? suggestAnchors(text.text, props.quote) : []),
    [text, props.quote],
  );
  return (
    <div className="grid gap-3 rounded-md border border-danger/40 bg-danger-soft/40 p-3">
      <p className="flex gap-2 font-medium">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
        {candidates.length > 0
          ? 'The words it quotes were edited. Does the text still say it?'
          : 'The words it quotes are no longer in the text.'}
      </p>
      {candidates.length === 0 ? (
        <WordDifference parts={diffWords(props.quote.exact, '')} dir={props.direction} />
      ) : (
        <ol className="grid gap-3">
          {candidates.map((candidate) => (
            <CandidateRow key={candidate.quote.start} candidate={candidate} {...props} />
          ))}
        </ol>
      )}
    </div>
  );
}

function CandidateRow(props: {
  candidate: Candidate;
  direction: Direction;
  mayReanchor: boolean;
  busy: boolean;
  onReanchor: (quote: Quote) => void;
}) {
  const { quote, score, difference } = props.candidate;
  const same = quote.exact === '' ? 0 : Math.round(score * 100);
  return (
    <li className="grid gap-1.5 rounded-md bg-surface p-2.5">
      <WordDifference parts={difference} dir={props.direction} />
      <div className="flex flex-wrap items-center gap-2">
        <span className="flex-1 text-sm text-ink-faint">
          {same}% alike. One word can reverse a position.
        </span>
        {props.mayReanchor ? (
          <Button size="sm" busy={props.busy} onClick={() => props.onReanchor(quote)}>
            Use this quote
          </Button>
        ) : null}
      </div>
    </li>
  );
}
