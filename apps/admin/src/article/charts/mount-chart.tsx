import { Chart } from '@viewpoints/domain/document/blocks/chart';
import { createRoot } from 'react-dom/client';
import { ChartPreview } from './chart-preview.tsx';

/** Draws charts inside an element of the editor, which React has not made. */
export function mountChart(element: HTMLElement) {
  const root = createRoot(element);
  return {
    show: (attrs: object) => {
      const chart = Chart.shape.attrs.safeParse(attrs);
      const language = element.closest<HTMLElement>('[lang]')?.lang || 'en';
      root.render(chart.success ? <ChartPreview chart={chart.data} language={language} /> : null);
    },
    // Not at once: the editor may be taking nodes away while React is rendering.
    unmount: () => void setTimeout(() => root.unmount()),
  };
}
