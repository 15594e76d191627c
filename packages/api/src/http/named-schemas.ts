import { ArchiveMonth } from '@viewpoints/domain/articles/archive-view';
import { Genre } from '@viewpoints/domain/articles/article';
import {
  ArticlePageView,
  ArticleSurroundings,
  CitedChange,
  FindingAnchor,
  PlaceInSeries,
} from '@viewpoints/domain/articles/article-page-view';
import { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import {
  ArticleSummary,
  BylineView,
  FileView,
  ListedArticle,
  PictureView,
} from '@viewpoints/domain/articles/article-view';
import { ChangeView, FrontView } from '@viewpoints/domain/articles/front-view';
import { SourceView } from '@viewpoints/domain/attribution/source-view';
import { ChangeKind, PublicChange } from '@viewpoints/domain/changes/public-change';
import { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import { Block } from '@viewpoints/domain/document/blocks';
import { BulletList, ListItem, OrderedList } from '@viewpoints/domain/document/blocks/list';
import { Document } from '@viewpoints/domain/document/document';
import { Inline, Mark } from '@viewpoints/domain/document/inline';
import { Consensus, HolderBasis, LinkKind, Quote } from '@viewpoints/domain/findings/finding';
import { Condition, Stance } from '@viewpoints/domain/findings/finding-fields';
import {
  FindingPageView,
  FindingRef,
  FindingView,
  HolderView,
  Named,
  PublicFindingState,
} from '@viewpoints/domain/findings/finding-view';
import {
  ActorPageView,
  CountedFindings,
  IssuePageView,
  PositionView,
} from '@viewpoints/domain/findings/position-view';
import { JournalView } from '@viewpoints/domain/journal/journal-view';
import { catalogueSchemas } from '@viewpoints/domain/kinds/catalogue-entries';
import { kinds, kindsWhere } from '@viewpoints/domain/kinds/kinds';
import { MenuGroupView, MenuLink, MenusView } from '@viewpoints/domain/menus/menus-view';
import { PageSummary, PageView } from '@viewpoints/domain/pages/page-view';
import {
  ActorBoardView,
  BoardCell,
  BoardFinding,
  BoardNullResult,
  IssueBoardView,
} from '@viewpoints/domain/positions/board-view';
import {
  FacetCount,
  NameHit,
  SearchHit,
  SearchView,
  Suggestion,
} from '@viewpoints/domain/search/search-view';
import { SeriesPageView, SeriesView } from '@viewpoints/domain/series/series-view';
import { SourcePageView } from '@viewpoints/domain/sources/source-page-view';
import { TopicView } from '@viewpoints/domain/topics/topic-view';
import type { z } from 'zod';

/** What readers see of an entry of each kind, by the name of the kind. */
const entryViews: Record<string, z.ZodType> = Object.fromEntries(
  kindsWhere('entry', 'catalogue').map((kind) => [
    kinds[kind].label.one,
    catalogueSchemas[kind].view,
  ]),
);

/**
 * The names of schemas in the OpenAPI document. Generated clients have types with these names, so none
 * may change.
 */
export const namedSchemas: Record<string, z.ZodType> = {
  ...entryViews,
  ...{ ActorPage: ActorPageView, ArchiveMonth, Article: ArticlePageView },
  ...{ ArticleRef, ArticleSummary, ArticleSurroundings, Block, BulletList },
  ...{
    Byline: BylineView,
    Change: PublicChange,
    ChangeKind,
    CitedChange,
    Condition,
    Consensus,
    Correction: CorrectionView,
  },
  ...{ CountedFindings, Document, FacetCount, File: FileView, Finding: FindingView },
  ...{ FindingAnchor, FindingPage: FindingPageView, FindingRef, FindingState: PublicFindingState },
  ...{ Front: FrontView, Genre, Holder: HolderView, HolderBasis, Inline },
  ...{
    IssuePage: IssuePageView,
    IssueBoard: IssueBoardView,
    ActorBoard: ActorBoardView,
    BoardCell,
    BoardFinding,
    BoardNullResult,
    Journal: JournalView,
    LinkKind,
    ListedArticle,
    ListItem,
    Mark,
    Menus: MenusView,
    MenuGroup: MenuGroupView,
    MenuLink,
    NameHit,
  },
  ...{
    Named,
    OrderedList,
    Page: PageView,
    PageSummary,
    Picture: PictureView,
    PlaceInSeries,
    Position: PositionView,
  },
  ...{ PositionChange: ChangeView, Quote, SearchAnswer: SearchView, SearchHit },
  ...{ Series: SeriesView, SeriesPage: SeriesPageView, SourceAttribution: SourceView },
  ...{ SourcePage: SourcePageView, Stance, Suggestion, Topic: TopicView },
};
