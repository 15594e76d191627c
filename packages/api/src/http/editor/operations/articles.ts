import { Article } from '@viewpoints/domain/articles/article';
import { Assignment } from '@viewpoints/domain/articles/assignment';
import { Revision } from '@viewpoints/domain/articles/revision';
import { z } from 'zod';
import type { EditorRouter } from '../../../editor-router.ts';
import * as articles from '../answers/articles.ts';
import * as history from '../answers/history.ts';
import * as remarks from '../answers/remarks.ts';
import {
  editorPageOf,
  exampleId,
  linkOut,
  type OperationsOf,
  otherId,
  personAlone,
  Removed,
  SeveralIds,
  secondPerson,
} from '../operation.ts';

const id = exampleId;
const one = { id };

export const articleOperations = {
  list: {
    at: 'GET /editor/articles',
    summary: 'Articles of the desk, drafts included',
    answer: editorPageOf(articles.ArticleListItem),
    example: { limit: 10 },
  },
  names: {
    at: 'GET /editor/article-names',
    summary: 'Headlines of articles by their ids',
    answer: z.array(articles.ArticleName),
    example: { ids: [id] },
  },
  create: {
    at: 'POST /editor/articles',
    summary: 'Create a draft',
    answer: Article,
    creates: true,
    example: { headline: 'The quay that sank' },
  },
  get: {
    at: 'GET /editor/articles/{id}',
    summary: 'The working copy of an article, with its findings and what is next for it',
    answer: articles.ArticleDetail,
    example: one,
  },
  save: {
    at: 'PUT /editor/articles/{id}',
    summary: 'Save the working copy over the save that was seen',
    answer: articles.SavedArticle,
    example: {
      id,
      seen: 1,
      content: {
        slug: 'the-quay-that-sank',
        headline: 'The quay that sank',
        standfirst: 'What the harbour union says it would accept.',
        body: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              content: [{ type: 'text', text: 'The union would accept a pause of a year.' }],
            },
          ],
        },
      },
    },
  },
  trash: {
    at: 'DELETE /editor/articles/{id}',
    summary: 'Move a draft to the trash',
    answer: Removed,
    example: one,
  },
  advice: {
    at: 'GET /editor/articles/{id}/advice',
    summary: 'What to look at before publication',
    answer: articles.Advice,
    example: one,
  },
  preview: {
    at: 'POST /editor/articles/{id}/preview',
    summary: 'A pass that shows the article once as readers would see it, within a minute',
    answer: articles.PreviewPass,
    example: one,
  },
  place: {
    at: 'PUT /editor/articles/{id}/place',
    summary: 'Move a page under another one, under About or to the root of the site',
    answer: Article,
    example: { id, parent: 'about' },
  },
  submit: {
    at: 'POST /editor/articles/{id}/submission',
    summary: 'Submit a draft for review',
    answer: articles.Submitted,
    example: { id, seen: 2, line: 'Ready but for the picture.' },
  },
  recall: {
    at: 'DELETE /editor/articles/{id}/submission',
    summary: 'Take a submission back',
    answer: Article,
    example: one,
  },
  requestChanges: {
    at: 'POST /editor/articles/{id}/change-requests',
    summary: 'Send a submission back with what should change',
    answer: Article,
    example: { id, comment: 'Say when the union said so.' },
  },
  approve: secondPerson,
  assign: {
    at: 'PUT /editor/articles/{id}/assignment',
    summary: 'Give an article to somebody, with a day and a priority',
    answer: Assignment,
    example: { id, seenAssigneeId: null, assigneeId: otherId, dueOn: '2031-05-02' },
  },
  keepRevision: {
    at: 'POST /editor/articles/{id}/revisions',
    summary: 'Keep the working copy as a revision',
    answer: articles.KeptRevision,
    creates: true,
    example: { id, name: 'Before the cuts' },
  },
  revisions: {
    get: {
      at: 'GET /editor/revisions/{id}',
      summary: 'A revision as it was',
      answer: Revision,
      example: one,
    },
  },
  history: {
    list: {
      at: 'GET /editor/articles/{id}/history',
      summary: 'What was saved in an article, and by whom',
      answer: editorPageOf(history.HistoryItem),
      example: { id, limit: 10 },
    },
    compare: {
      at: 'GET /editor/articles/{id}/comparison',
      summary: 'What differs between two moments of an article',
      answer: history.Comparison,
      example: { id, from: otherId, to: 'working_copy' },
    },
    name: {
      at: 'PUT /editor/articles/{id}/history/{entryId}/name',
      summary: 'Name a moment of the history',
      answer: history.NamedEntry,
      example: { id, entryId: otherId, name: 'Before the cuts' },
    },
    restore: {
      at: 'POST /editor/articles/{id}/history/restorations',
      summary: 'Bring earlier words back into the working copy',
      answer: history.RestoredWords,
      example: { id, from: otherId, part: { kind: 'field', field: 'headline' } },
    },
  },
  comments: {
    list: {
      at: 'GET /editor/articles/{articleId}/comments',
      summary: 'Comments on an article',
      answer: remarks.Comments,
      example: { articleId: id },
    },
    start: {
      at: 'POST /editor/articles/{articleId}/comments',
      summary: 'Comment on words, a finding or a field',
      answer: remarks.StartedThread,
      creates: true,
      example: {
        articleId: id,
        text: 'Is this still its name?',
        on: { kind: 'field', field: 'headline' },
      },
    },
    reply: {
      at: 'POST /editor/comment-threads/{threadId}/comments',
      summary: 'Reply to a comment',
      answer: Removed,
      creates: true,
      example: { threadId: id, text: 'It is.' },
    },
    edit: {
      at: 'PUT /editor/comments/{id}',
      summary: 'Change a comment of one’s own',
      answer: null,
      example: { id, text: 'It was until May.' },
    },
    remove: {
      at: 'DELETE /editor/comments/{id}',
      summary: 'Remove a comment',
      answer: null,
      example: one,
    },
    resolve: {
      at: 'PUT /editor/comment-threads/{threadId}/resolution',
      summary: 'Resolve a thread of comments',
      answer: null,
      example: { threadId: id },
    },
    reopen: {
      at: 'DELETE /editor/comment-threads/{threadId}/resolution',
      summary: 'Open a thread of comments again',
      answer: null,
      example: { threadId: id },
    },
  },
  suggestions: {
    list: {
      at: 'GET /editor/articles/{articleId}/suggestions',
      summary: 'Suggested changes of the text',
      answer: z.array(remarks.ShownSuggestion),
      example: { articleId: id },
    },
    accept: {
      at: 'POST /editor/articles/{articleId}/suggestions/acceptances',
      summary: 'Accept suggested changes',
      answer: remarks.DecidedSuggestions,
      example: { articleId: id, suggestions: [{ by: otherId, id: otherId, digest: 'b1946ac9' }] },
    },
    refuse: {
      at: 'POST /editor/articles/{articleId}/suggestions/refusals',
      summary: 'Refuse suggested changes',
      answer: remarks.DecidedSuggestions,
      example: { articleId: id, suggestions: [{ by: otherId, id: otherId, digest: 'b1946ac9' }] },
    },
  },
  previewLinks: {
    list: {
      at: 'GET /editor/articles/{articleId}/preview-links',
      summary: 'Links that show a revision to people without an account',
      answer: z.array(articles.PreviewLinkItem),
      example: { articleId: id },
    },
    create: linkOut,
    revoke: {
      at: 'DELETE /editor/preview-links/{id}',
      summary: 'End a preview link',
      answer: Removed,
      example: one,
    },
  },
  prepare: {
    at: 'PUT /editor/articles/{id}/preparation',
    summary: 'Propose when an article is to be published',
    answer: Article,
    example: { id, publishAt: '2031-05-02T09:00:00.000Z', timeZone: 'Europe/Oslo' },
  },
  schedule: {
    at: 'PUT /editor/articles/{id}/schedule',
    summary: 'Schedule an approved revision',
    answer: Article,
    example: {
      id,
      revisionId: otherId,
      publishAt: '2031-05-02T09:00:00.000Z',
      timeZone: 'Europe/Oslo',
    },
  },
  reschedule: {
    at: 'PATCH /editor/articles/{id}/schedule',
    summary: 'Move a scheduled publication',
    answer: Article,
    example: {
      id,
      movedFrom: '2031-05-02T09:00:00.000Z',
      publishAt: '2031-05-03T09:00:00.000Z',
      timeZone: 'Europe/Oslo',
    },
  },
  unschedule: {
    at: 'DELETE /editor/articles/{id}/schedule',
    summary: 'Cancel a scheduled publication',
    answer: Article,
    example: one,
  },
  setEmbargo: {
    at: 'PUT /editor/articles/{id}/embargo',
    summary: 'Set or lift an embargo',
    answer: Article,
    example: { id, embargoUntil: '2031-05-02T09:00:00.000Z', timeZone: 'Europe/Oslo' },
  },
  publish: {
    at: 'POST /editor/articles/{id}/publication',
    summary: 'Publish an approved revision',
    answer: Article,
    example: { id, revisionId: otherId },
  },
  correct: {
    at: 'POST /editor/articles/{id}/corrections',
    summary: 'Publish correction notices',
    answer: Article,
    example: {
      id,
      corrections: [
        {
          was: 'a pause of a year',
          now: 'a pause of two years',
          why: 'We misread the letter.',
          severity: 'correction',
        },
      ],
    },
  },
  effects: personAlone,
  retract: personAlone,
  retractedText: {
    request: {
      at: 'PUT /editor/articles/{id}/retracted-text',
      summary: 'Ask a second person to show the text of a retracted article',
      answer: articles.RetractedText,
      example: one,
    },
    confirm: secondPerson,
    takeAway: {
      at: 'DELETE /editor/articles/{id}/retracted-text',
      summary: 'Stop showing the text of a retracted article',
      answer: articles.RetractedText,
      example: one,
    },
  },
  redact: {
    at: 'POST /editor/articles/{id}/redactions',
    summary: 'Remove a notice, a note, a version or an address from what readers see',
    answer: Removed,
    example: { id, redaction: { what: 'version', number: 1 } },
  },
  archive: {
    at: 'PUT /editor/articles/{id}/archive',
    summary: 'Archive an article',
    answer: Article,
    example: one,
  },
  restore: personAlone,
  trashMany: {
    at: 'POST /editor/bulk/articles/trash',
    summary: 'Move several drafts to the trash: all or none',
    answer: SeveralIds,
    example: { ids: [id] },
  },
  archiveMany: {
    at: 'POST /editor/bulk/articles/archive',
    summary: 'Archive several articles: all or none',
    answer: SeveralIds,
    example: { ids: [id] },
  },
  restoreMany: personAlone,
  assignMany: {
    at: 'POST /editor/bulk/articles/assignments',
    summary: 'Give several articles to somebody',
    answer: articles.AssignedArticles,
    example: { articles: [{ id, seenAssigneeId: null }], assigneeId: otherId },
  },
  changeTopics: {
    at: 'POST /editor/bulk/articles/topics',
    summary: 'Add a topic to several articles, or remove it',
    answer: articles.ChangedTopics,
    example: { topicId: otherId, how: 'add', articles: [{ id }] },
  },
  previewTopics: {
    at: 'POST /editor/bulk/articles/topics/preview',
    summary: 'What a change of topics would do; changes nothing',
    answer: z.array(articles.TopicsPreview),
    example: { topicId: otherId, how: 'add', articles: [{ id }] },
  },
} satisfies OperationsOf<EditorRouter['articles']>;
