'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { exposureInWords } from '@viewpoints/domain/exposures/exposure-in-words';
import { wayOutInWords } from '@viewpoints/domain/exposures/way-out';
import { useState } from 'react';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ListRow } from '../ui/list.tsx';
import { Time } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';
import { wayOutHref } from './way-out-href.ts';

export type ShownExposure = Outputs['editor']['exposures']['list'][number];

/** Something public that may not be, with what resolves it: where it is removed, at once. */
export function ExposureRow(props: {
  exposure: ShownExposure;
  /** On the article's own screen its headline says nothing new. */
  ofArticle?: boolean;
}) {
  const { exposure } = props;
  const { wayOut, articleId } = exposure;
  const queries = useQueryClient();
  const mayRedact = useMay('article.redact');
  const [isOpen, setOpen] = useState(false);
  const href = wayOutHref(wayOut, articleId);
  const leadsElsewhere = href !== `/articles/${articleId}`;
  const says = exposureInWords(exposure);
  return (
    <ListRow
      {...(props.ofArticle && !leadsElsewhere ? {} : { href })}
      title={props.ofArticle ? says : exposure.headline}
      serif={!props.ofArticle}
      end={
        wayOut.act === 'redact' ? (
          <Button
            size="sm"
            variant="danger-quiet"
            decision={mayRedact}
            onClick={() => setOpen(true)}
          >
            Remove…
          </Button>
        ) : (
          <Time at={exposure.foundAt} prefix="found" />
        )
      }
    >
      {props.ofArticle ? null : <p>{says}</p>}
      <p className="text-ink-soft">{wayOutInWords(wayOut)}</p>
      {wayOut.act === 'redact' ? (
        <ConfirmDialog
          open={isOpen}
          onOpenChange={() => setOpen(false)}
          title="Take this from readers?"
          consequence={`${wayOutInWords(wayOut)} It is gone for readers at once, in every copy that the journal serves. This cannot be taken back.`}
          action="Remove"
          danger
          onConfirm={async () => {
            const { redaction } = wayOut;
            await viewpoints.editor.articles.redact.mutate({ id: articleId, redaction });
            await invalidateKeys(queries, [['exposures'], ['article', articleId]]);
            toast.done('Removed. Readers no longer have it.');
          }}
        />
      ) : null}
    </ListRow>
  );
}
