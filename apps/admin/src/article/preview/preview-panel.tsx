import { onDemand } from '../../ui/on-demand.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import type { ArticleScreenData } from '../article-data.ts';

const PreviewView = onDemand(
  async () => (await import('./preview-view.tsx')).PreviewView,
  <SkeletonRows />,
);

/** The preview in the panel next to the text; loaded when it is opened. */
export const PreviewPanel = (props: { data: ArticleScreenData }) => (
  <PreviewView data={props.data} place="panel" />
);
