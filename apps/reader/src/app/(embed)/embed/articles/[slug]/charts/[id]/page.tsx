import { EmbeddedChart } from '../../../../../../../components/article/embedded-chart.tsx';
import { NothingHere } from '../../../../../../../components/shared/nothing-here.tsx';
import { findChart } from '../../../../../../../resources/charts/find-chart.ts';
import { embedPath } from '../../../../../../../resources/embed-address.ts';

export default async function EmbeddedArticleChart({
  params,
}: PageProps<'/embed/articles/[slug]/charts/[id]'>) {
  const { slug, id } = await params;
  const chart = await findChart(slug, id, embedPath);
  return chart === null ? <NothingHere /> : <EmbeddedChart chart={chart} />;
}
