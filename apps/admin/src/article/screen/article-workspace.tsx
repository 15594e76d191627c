'use client';

import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import { kindHas } from '@viewpoints/domain/kinds/fields-of-kind';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { ImportIntoEmpty } from '../../imports/import-into-empty.tsx';
import { useSession } from '../../session/session-provider.tsx';
import { toast } from '../../ui/toast.ts';
import { usePreload } from '../../ui/use-preload.ts';
import type { ArticleScreenData } from '../article-data.ts';
import { CommentsPanel } from '../comments/on-demand.tsx';
import { CommentingContext, useArticleComments } from '../comments/use-article-comments.ts';
import { DetailsPanel } from '../details/on-demand.tsx';
import { ArticleEditor } from '../editor/article-editor.tsx';
import { draftFromQuote } from '../findings/finding-draft.ts';
import { NEW_FINDING } from '../findings/in-text/finding-tracks.ts';
import { useLocalDrafts } from '../findings/local-drafts-provider.tsx';
import { FindingsPanel } from '../findings/panel/findings-panel.tsx';
import { useFirstFinding } from '../findings/panel/use-first-finding.ts';
import { quoteFromSelection, whyNoQuote } from '../findings/quote-from-selection.ts';
import { useFindingsInText } from '../findings/use-tracks.ts';
import { nounOf } from '../kind-words.ts';
import { PreviewPanel } from '../preview/preview-panel.tsx';
import { PublishPanel } from '../publish/on-demand.tsx';
import type { PanelTab } from '../publish/reason-target.ts';
import { RevisionsPanel } from '../revisions/on-demand.tsx';
import { SuggestionsPanel } from '../suggestions/on-demand.tsx';
import {
  SuggestionsContext,
  useArticleSuggestions,
} from '../suggestions/use-article-suggestions.ts';
import { ArticleBar } from './article-bar.tsx';
import { EditLock, editingOf } from './edit-lock.tsx';
import { HeadlineFields } from './headline-fields.tsx';
import { neededOffline } from './needed-offline.ts';
import { ConflictDialog, HeldCopiesNotice } from './on-demand.tsx';
import { SidePanel, useWide } from './side-panel.tsx';
import type { ArticleSession } from './use-article-session.ts';
import { useEditorDialogs } from './use-editor-dialogs.tsx';
import { useLeaving } from './use-leaving.ts';
import { useReasonNavigation } from './use-reason-navigation.ts';
import type { RestoredCopy } from './use-restored-copy.ts';
import { useScreenKeys } from './use-screen-keys.ts';

const firstTab = ({ kind }: ArticleScreenData['article']): PanelTab =>
  kindHas(kind, 'findings') ? 'findings' : 'details';

/**
 * The findings, or the details of a kind without any; unless something public may not be, or requested
 * changes are not begun.
 */
function startingTab({ article, comments, suspended, exposures }: ArticleScreenData): PanelTab {
  if (suspended || exposures.length > 0) return 'publish';
  const hasRequests = comments.some(({ at }) => at >= article.savedAt);
  return article.state === 'draft' && hasRequests ? 'publish' : firstTab(article);
}

/** The first field to write in a new article: the headline, or the one after it. */
const firstEmpty =
  '[data-field="headline"] textarea:placeholder-shown, [data-field="standfirst"] textarea:placeholder-shown';

/** The screen once the article is loaded: the text in the middle, the panel next to it. */
export function ArticleWorkspace(props: {
  session: ArticleSession;
  restored: Omit<RestoredCopy, 'bringTogether'>;
  /** Shown above the headline. */
  notice?: ReactNode;
}) {
  const { session } = props;
  const { conflict, resolve, held, forget } = props.restored;
  const { data } = session;
  const noun = nounOf(data.article);
  const { me } = useSession();
  const [unlocked, setUnlocked] = useState(false);
  const drafts = useLocalDrafts();
  const [open, setOpen] = useState(useFirstFinding(data));
  const opensFinding = open.kind === 'one';
  const [tab, setTab] = useState<PanelTab>(() => (opensFinding ? 'findings' : startingTab(data)));
  const [sheetOpen, setSheetOpen] = useState(opensFinding);
  const [previewing, setPreviewing] = useState(false);
  const wide = useWide();
  const editing = editingOf(data, unlocked);
  const editable = editing === 'open' && conflict === null;
  const hasFindings = kindHas(data.article.kind, 'findings');
  const canPropose =
    hasFindings &&
    editing !== 'readonly' &&
    can(me, 'finding.propose', articleSubject(data.article), me).ok;

  const showPanel = useCallback((next: PanelTab) => {
    setPreviewing(false);
    setTab(next);
    setSheetOpen(true);
  }, []);
  const hidePanel = useCallback(() => setSheetOpen(false), []);
  const begun = drafts.find(NEW_FINDING)?.draft ?? null;
  const opened = useRef(open);
  opened.current = open;
  const goOn = useCallback(() => {
    const draft = drafts.find(NEW_FINDING)?.draft;
    if (!draft) return;
    setOpen({ kind: 'new', start: draft, requestedAt: Date.now() });
    showPanel('findings');
  }, [drafts, showPanel]);
  const openFinding = useCallback(
    (id: string) => {
      if (id === NEW_FINDING) {
        if (opened.current.kind !== 'new') goOn();
        return;
      }
      if (opened.current.kind === 'new' && drafts.find(NEW_FINDING)) {
        toast.info('The new finding is put aside.', {
          description: 'It is kept on this device until you propose or discard it.',
          action: { label: 'Reopen', onClick: goOn },
        });
      }
      setOpen({ kind: 'one', id });
      showPanel('findings');
    },
    [drafts, goOn, showPanel],
  );
  const propose = () => {
    if (!session.editor || !canPropose) return;
    const selected = quoteFromSelection(session.editor, session.content.language);
    if (!selected.ok) {
      toast.info(whyNoQuote[selected.why]);
      return;
    }
    // As it is now: what is typed into its form draws nothing here again.
    const kept = drafts.find(NEW_FINDING)?.draft;
    if (kept && kept.evidence.quote?.start !== selected.quote.start) {
      toast.info('Another finding was started but not proposed.', {
        description: 'Propose or discard it first.',
      });
    }
    const start = kept ?? draftFromQuote(selected.quote);
    setOpen({ kind: 'new', start, requestedAt: Date.now() });
    showPanel('findings');
  };

  const commenting = useArticleComments(session, showPanel);
  const suggestions = useArticleSuggestions(session, { editable, showPanel });
  const { actions, findBar, dialogs } = useEditorDialogs({
    editor: session.editor,
    proposeFinding: propose,
    openFinding,
    comment: commenting.startOnWords,
    openComment: commenting.show,
  });
  const goToReason = useReasonNavigation({ session, showPanel, hidePanel, openFinding });
  useFindingsInText(
    session.editor,
    data.findings,
    (open.kind === 'new' ? open.start : begun)?.evidence.quote ?? null,
    open.kind === 'one' ? open.id : open.kind === 'new' ? NEW_FINDING : null,
  );
  useLeaving(session);
  usePreload(neededOffline);
  const fresh = data.article.save === 1 && editable && wide;
  useEffect(() => {
    if (fresh) document.querySelector<HTMLElement>(firstEmpty)?.focus();
  }, [fresh]);
  const name = session.content.headline || `Untitled ${noun}`;
  useEffect(() => {
    document.title = `${name} · Viewpoints`;
  }, [name]);
  useScreenKeys({
    ...{ data, me, canPropose, showPanel, propose },
    showPreview: () => setPreviewing(true),
    save: () => void session.autosave.flush().catch(() => {}),
    comment: actions.comment,
    walkComments: commenting.walk,
    find: actions.find,
    suggesting: suggestions.toggle,
    isSuggesting: suggestions.on === true,
    walkSuggestions: suggestions.walk,
    decideSuggestion: suggestions.decideHere,
    preview: () => {
      setPreviewing(!previewing);
      if (previewing) session.editor?.commands.focus();
    },
    otherSide: () => {
      const panel = document.getElementById('article-panel');
      const inText = session.editor?.view.dom.contains(document.activeElement) ?? false;
      if (inText && panel) panel.focus();
      else session.editor?.commands.focus();
    },
  });

  return (
    <CommentingContext value={commenting}>
      <SuggestionsContext value={suggestions}>
        <div className="[--article-bar-height:3rem]">
          <h1 className="sr-only" dir="auto">
            {name}
          </h1>
          {/* Outside the grid: in a row of it, it could not stay in view while the text scrolls. */}
          <ArticleBar
            session={session}
            wide={wide}
            onPanel={() => showPanel(firstTab(data.article))}
            stepsShown={tab === 'publish' && !previewing && (wide || sheetOpen)}
            previewing={previewing}
            onPreview={() => setPreviewing(!previewing)}
            onNextStep={() => goToReason({ kind: 'panel', tab: 'publish', field: 'steps' })}
            onHelp={actions.openHelp}
          />
          <div className="min-[1080px]:grid min-[1080px]:grid-cols-[minmax(0,1fr)_25rem]">
            <div className="min-h-[calc(100dvh-var(--article-bar-height))] min-w-0 bg-surface">
              <div className="mx-auto w-full max-w-[44rem] px-4 pt-6 sm:px-6">
                <EditLock data={data} editing={editing} onUnlock={() => setUnlocked(true)} />
                {props.notice}
                {held.length > 0 ? (
                  <HeldCopiesNotice accountId={me.id} held={held} onDelete={forget} />
                ) : null}
                <HeadlineFields session={session} editable={editable} />
                <ImportIntoEmpty
                  articleId={session.id}
                  editable={editable}
                  saved={data.article.body}
                  read={() => session.read().body}
                  within={session.after}
                >
                  <ArticleEditor
                    label={`Text of the ${noun}`}
                    initial={data.article.body}
                    shared={session.live !== null}
                    history={session.history}
                    language={session.content.language}
                    direction={session.content.direction}
                    editable={editable}
                    canPropose={canPropose}
                    accountId={me.id}
                    actions={actions}
                    findBar={findBar}
                    onEditor={session.setEditor}
                    onChange={session.textChanged}
                  />
                </ImportIntoEmpty>
              </div>
            </div>
            <SidePanel
              title={`This ${noun}`}
              preview={previewing ? <PreviewPanel data={data} /> : null}
              onPreviewClose={() => setPreviewing(false)}
              tab={tab}
              onTab={setTab}
              sheetOpen={sheetOpen}
              onSheet={setSheetOpen}
              tabs={[
                ...(hasFindings
                  ? [
                      {
                        value: 'findings' as const,
                        label: 'Findings',
                        count: data.findings.length,
                        panel: (
                          <FindingsPanel
                            session={session}
                            open={open}
                            onOpen={setOpen}
                            canPropose={canPropose}
                            onPropose={propose}
                            onGoOn={begun ? goOn : null}
                          />
                        ),
                      },
                    ]
                  : []),
                {
                  value: 'comments',
                  label: 'Comments',
                  count: commenting.open.length,
                  panel: <CommentsPanel onGo={goToReason} onText={hidePanel} />,
                },
                ...(suggestions.list.length > 0 || suggestions.on || tab === 'suggestions'
                  ? [
                      {
                        value: 'suggestions' as const,
                        label: 'Suggestions',
                        count: suggestions.list.length,
                        panel: <SuggestionsPanel onText={hidePanel} />,
                      },
                    ]
                  : []),
                {
                  value: 'details',
                  label: 'Details',
                  panel: <DetailsPanel session={session} editable={editable} />,
                },
                {
                  value: 'publish',
                  label: 'Publish',
                  count:
                    (data.publishable.ok ? 0 : data.publishable.reasons.length) +
                      data.exposures.length || null,
                  panel: (
                    <PublishPanel
                      session={session}
                      onGo={goToReason}
                      onNextVersion={() => setUnlocked(true)}
                    />
                  ),
                },
                {
                  value: 'revisions',
                  label: 'Versions',
                  panel: <RevisionsPanel session={session} editable={editing !== 'readonly'} />,
                },
              ]}
            />
          </div>
          {dialogs}
          {conflict ? <ConflictDialog conflict={conflict} onResolve={resolve} /> : null}
        </div>
      </SuggestionsContext>
    </CommentingContext>
  );
}
