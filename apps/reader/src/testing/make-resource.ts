import type { ReaderCaller } from '@viewpoints/api/reader-caller';
import { readAddress } from '../http/address.ts';
import { type RenderContext, withRender } from '../next/render-context.ts';
import type { Resource } from '../resources/resource.ts';
import { recordOf } from './record-of.ts';

/** A resource as the server would make it; null if the address has no resource. */
export async function makeResource(
  caller: Pick<ReaderCaller, 'calls'>,
  path: string,
  now = new Date(),
): Promise<{ resource: Resource | null; text: string; record: RenderContext }> {
  const record = recordOf(caller, now);
  const address = readAddress(path);
  const resource =
    address.kind === 'resource' ? await withRender(record, () => address.make()) : null;
  return { resource, text: resource?.body.toString() ?? '', record };
}
