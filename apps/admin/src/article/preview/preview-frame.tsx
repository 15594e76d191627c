'use client';

import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { frameSize } from './frame-size.ts';
import type { PreviewShow, PreviewTheme } from './preview-options.ts';
import { sendPass } from './send-pass.ts';

export type PreviewFrameActions = { print: () => void };

type Pass = { pass: string; action: string };
/** Milliseconds after which a page is shown that sends no message: an image, or an error. */
const messageTimeout = 800;

/**
 * Loads each pass in a frame of its own, behind the one before, and shows it once loaded: the page
 * does not flash, and does not lose its scroll position.
 */
export function PreviewFrame(props: {
  ref: Ref<PreviewFrameActions>;
  pass: Pass | null;
  show: PreviewShow;
  theme: PreviewTheme;
  /** Whether it takes the height that is left, or one of its own. */
  fills: boolean;
  /** The Escape key was pressed in the page. */
  onLeave: () => void;
}) {
  const { pass, show, theme } = props;
  const [passes, setPasses] = useState<Pass[]>([]);
  const [shown, setShown] = useState<string | null>(null);
  const top = useRef(0);
  const frames = useRef(new Map<string, HTMLIFrameElement>());
  /** Passes that were sent: each is for once. */
  const sent = useRef(new Set<string>());
  const place = useRef<HTMLDivElement>(null);
  const [available, setAvailable] = useState({ width: 0, height: 0 });

  useEffect(() => {
    if (pass !== null)
      setPasses((known) =>
        known.some((each) => each.pass === pass.pass) ? known : [...known.slice(-1), pass],
      );
  }, [pass]);

  const bringForward = (key: string) => {
    const frame = frames.current.get(key);
    if (frame === undefined) return;
    const { action } = passes.find((each) => each.pass === key) ?? {};
    if (action !== undefined)
      frame.contentWindow?.postMessage(
        { kind: 'scroll', top: top.current },
        new URL(action).origin,
      );
    setShown(key);
    setPasses((known) => known.slice(known.findIndex((each) => each.pass === key)));
  };

  const latest = useRef({ bringForward, onLeave: props.onLeave, shown, passes });
  latest.current = { bringForward, onLeave: props.onLeave, shown, passes };
  useEffect(() => {
    const listen = ({ data, source, origin }: MessageEvent) => {
      const { passes, shown } = latest.current;
      const from = passes.find(
        (each) =>
          frames.current.get(each.pass)?.contentWindow === source &&
          new URL(each.action).origin === origin,
      );
      if (from === undefined || data?.preview !== true) return;
      if (data.kind === 'ready') latest.current.bringForward(from.pass);
      if (data.kind === 'scroll' && from.pass === shown && typeof data.top === 'number')
        top.current = data.top;
      if (data.kind === 'escape') latest.current.onLeave();
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, []);

  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      setAvailable({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useImperativeHandle(props.ref, () => ({
    print: () => {
      const pass = passes.find((each) => each.pass === shown);
      const frame = pass && frames.current.get(pass.pass);
      if (frame) frame.contentWindow?.postMessage({ kind: 'print' }, new URL(pass.action).origin);
    },
  }));

  const { width, height, scale } = frameSize(show, available);
  return (
    <div
      ref={place}
      className={classNames(
        'relative overflow-hidden rounded-md border border-line bg-sunken',
        props.fills ? 'mb-3 min-h-96 flex-1' : 'h-[calc(100dvh-18rem)] min-h-96',
      )}
    >
      {shown === null && passes.length > 0 ? (
        <p className="p-4 text-sm text-ink-soft">Loading the preview…</p>
      ) : null}
      {passes.map((each) => (
        <iframe
          key={each.pass}
          ref={(frame) => {
            if (frame === null) {
              frames.current.delete(each.pass);
              return;
            }
            frames.current.set(each.pass, frame);
            if (sent.current.has(each.pass)) return;
            sent.current.add(each.pass);
            sendPass(frame, each, { show, theme });
          }}
          name={`preview-${each.pass.slice(0, 8)}`}
          title={show === 'share' ? 'Share image' : 'The article as readers would have it'}
          sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-modals"
          referrerPolicy="no-referrer"
          onLoad={() => setTimeout(() => latest.current.bringForward(each.pass), messageTimeout)}
          aria-hidden={each.pass !== shown}
          tabIndex={each.pass === shown ? 0 : -1}
          className="absolute top-0 left-1/2 origin-top border-0 bg-white"
          style={{
            width,
            height,
            transform: `translateX(-50%) scale(${scale})`,
            opacity: each.pass === shown ? 1 : 0,
          }}
        />
      ))}
    </div>
  );
}
