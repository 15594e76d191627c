import { permitted, router } from '../trpc.ts';
import { acceptSuggestions, refuseSuggestions } from './decide-suggestions.ts';
import { listArticleSuggestions } from './list-suggestions.ts';
import * as inputs from './suggestion-inputs.ts';

/** Suggested changes in the text of an article that are not accepted yet. */
export const suggestionsRouter = router({
  list: permitted('suggestion.list')
    .input(inputs.ListSuggestions)
    .query(({ ctx, input: { articleId } }) =>
      listArticleSuggestions(ctx.editorial, { articleId, acting: ctx.account }),
    ),
  accept: permitted('suggestion.accept')
    .input(inputs.DecideSuggestions)
    .mutation(({ ctx, input }) => acceptSuggestions(ctx, input)),
  refuse: permitted('suggestion.refuse')
    .input(inputs.DecideSuggestions)
    .mutation(({ ctx, input }) => refuseSuggestions(ctx, input)),
});
