import { NullResultFilter } from '@viewpoints/db/editorial/null-result-list';
import { NullResultContent, SearchedRegister } from '@viewpoints/domain/null-results/null-result';
import { Id, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import { byTime } from '../paging.ts';

const SeenSave = z.int().positive();
/** Why it is rejected or withdrawn: for the desk alone. */
const Why = text(1000).min(1, 'say why');

export const ListNullResults = byTime.extend(NullResultFilter.shape);
export const OneNullResult = z.strictObject({ id: Id });
export const ProposeNullResult = z.strictObject({ content: NullResultContent });
export const SaveNullResult = z.strictObject({
  id: Id,
  seen: SeenSave,
  /** Without a register it keeps the one it has: programs of before there was the choice send none. */
  content: NullResultContent.extend({ register: SearchedRegister.optional() }),
});
/** Who acts on what somebody wrote says which save they have read. */
export const SeenNullResult = z.strictObject({ id: Id, seen: SeenSave });
export const RejectNullResult = SeenNullResult.extend({ why: Why });
export const WithdrawNullResult = OneNullResult.extend({ why: Why });
