import { findTimeZone } from '@viewpoints/db/editorial/accounts';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { actions } from '@viewpoints/domain/accounts/action';
import { checkScope, rolesFor } from '@viewpoints/domain/accounts/permissions';
import { articlesRouter } from './articles/articles-router.ts';
import { auditRouter } from './audit/audit-router.ts';
import { ShowCalendar, showCalendar } from './calendar/show-calendar.ts';
import { catalogueRouters } from './catalogue/catalogue-routers.ts';
import { clearancesRouter } from './clearances/clearances-router.ts';
import { FindByName, findNamedThings } from './desk/find-named-things.ts';
import { showDesk } from './desk/show-desk.ts';
import { exposuresRouter } from './exposures/exposures-router.ts';
import { findingsRouter } from './findings/findings-router.ts';
import { houseStyleRouter } from './house-style/house-style-router.ts';
import { importsRouter } from './import/publish/imports-router.ts';
import { importUploadsRouter } from './import/uploads/import-uploads-router.ts';
import { wordImportsRouter } from './import/word/word-imports-router.ts';
import { wordStylesRouter } from './import/word/word-styles-router.ts';
import { outboxRouter } from './mail/outbox-router.ts';
import { mediaRouter } from './media/media-router.ts';
import { menusRouter } from './menus/menus-router.ts';
import { momentOf } from './moment.ts';
import { newslettersRouter } from './newsletters/newsletters-router.ts';
import { notificationsRouter } from './notifications/notifications-router.ts';
import { nullResultsRouter } from './null-results/null-results-router.ts';
import { accountRouter } from './own-account/account-router.ts';
import { peopleRouter } from './people/people-router.ts';
import { queuesRouter } from './queues/queues-router.ts';
import { redirectsRouter } from './redirects/redirects-router.ts';
import { releasesRouter } from './releases/releases-router.ts';
import { savedFiltersRouter } from './saved-filters/saved-filters-router.ts';
import { settingsRouter } from './settings/settings-router.ts';
import { sourcesRouter } from './sources/sources-router.ts';
import { tokensRouter } from './tokens/tokens-router.ts';
import { trashRouter } from './trash/trash-router.ts';
import { permitted, router, signedInProcedure } from './trpc.ts';
import { visitsRouter } from './visits/visits-router.ts';
import { webhooksRouter } from './webhooks/webhooks-router.ts';

/** All that editors call. */
export const editorRouter = router({
  /** Who is signed in, what their roles and scopes let them do at all, and whether four eyes are on. */
  me: signedInProcedure.query(async ({ ctx: { account, editorial } }) => {
    const { id, name, email, roles } = account;
    const { fourEyes, timeZone } = await getJournal(editorial);
    const mine = actions.filter(
      (action) =>
        rolesFor(action).some((role) => roles.includes(role)) && checkScope(account, action).ok,
    );
    const ownTimeZone = await findTimeZone(editorial, id);
    return { id, name, email, roles, actions: mine, fourEyes, timeZone, ownTimeZone };
  }),
  account: accountRouter,
  desk: permitted('desk.view').query(({ ctx }) => showDesk(ctx.editorial, ctx.account)),
  /** Whatever has a name, by words of it, as far as the caller sees it in the lists. */
  find: permitted('desk.view')
    .input(FindByName)
    .query(({ ctx, input }) => findNamedThings(ctx.editorial, ctx.account, input)),
  calendar: permitted('article.list')
    .input(ShowCalendar)
    .query(async ({ ctx, input }) =>
      showCalendar(ctx.editorial, ctx.account, { ...input, now: await momentOf(ctx) }),
    ),
  queues: queuesRouter,
  notifications: notificationsRouter,
  savedFilters: savedFiltersRouter,
  trash: trashRouter,
  visits: visitsRouter,
  articles: articlesRouter,
  releases: releasesRouter,
  newsletters: newslettersRouter,
  nullResults: nullResultsRouter,
  redirects: redirectsRouter,
  menus: menusRouter,
  findings: findingsRouter,
  sources: sourcesRouter,
  clearances: clearancesRouter,
  exposures: exposuresRouter,
  ...catalogueRouters,
  houseStyle: houseStyleRouter,
  wordImports: wordImportsRouter,
  wordStyles: wordStylesRouter,
  media: mediaRouter,
  imports: importsRouter,
  importUploads: importUploadsRouter,
  people: peopleRouter,
  tokens: tokensRouter,
  webhooks: webhooksRouter,
  settings: settingsRouter,
  audit: auditRouter,
  outbox: outboxRouter,
});

export type EditorRouter = typeof editorRouter;
