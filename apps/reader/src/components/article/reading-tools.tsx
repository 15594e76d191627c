import { PageScript } from '../shared/page-script.tsx';

/**
 * Tools for reading an article: the script of the same name shows the buttons that this browser
 * supports. Without it none is shown.
 */
export function ReadingTools() {
  return (
    <div className="tools">
      <button type="button" data-tool="share" hidden>
        Share
      </button>
      <button type="button" data-tool="listen" hidden>
        Listen
      </button>
      <button type="button" data-tool="stop" hidden>
        Stop
      </button>
      <button type="button" data-tool="print" hidden>
        Print
      </button>
      <button type="button" data-tool="keys" hidden>
        Shortcuts
      </button>
      <p className="tools-said" role="status" />
      <PageScript name="reading-tools" />
    </div>
  );
}
