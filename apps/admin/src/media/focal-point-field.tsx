'use client';

import {
  centre,
  type FocalPoint,
  focalPointAt,
  focalStep,
} from '@viewpoints/domain/media/focal-point';
import { type KeyboardEvent, type PointerEvent, useId, useRef } from 'react';
import { Button } from '../ui/button.tsx';

const moves: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-focalStep, 0],
  ArrowRight: [focalStep, 0],
  ArrowUp: [0, -focalStep],
  ArrowDown: [0, focalStep],
};

const inWords = ({ x, y }: FocalPoint) => `${x} % across, ${y} % down`;

/**
 * Sets the focal point of a picture by pointer or arrow keys, with a preview of a square crop.
 */
export function FocalPointField(props: {
  picture: { id: string; width: number; height: number };
  value: FocalPoint | null;
  onChange: (point: FocalPoint | null) => void;
}) {
  const { picture, value, onChange } = props;
  const point = value ?? centre;
  const area = useRef<HTMLDivElement>(null);
  const [label, hint] = [useId(), useId()];
  const src = `/media/${picture.id}`;

  const placeAt = (event: PointerEvent) => {
    const box = area.current?.getBoundingClientRect();
    if (!box) return;
    const share = (at: number, from: number, size: number) => ((at - from) / size) * 100;
    onChange(
      focalPointAt(
        share(event.clientX, box.left, box.width),
        share(event.clientY, box.top, box.height),
      ),
    );
  };
  const move = (event: KeyboardEvent) => {
    const step = moves[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onChange(focalPointAt(point.x + step[0], point.y + step[1]));
  };
  return (
    <div>
      <p id={label} className="mb-1.5 text-sm font-medium text-ink-soft">
        Focal point
      </p>
      <div className="flex flex-wrap items-start gap-3">
        <div
          ref={area}
          className="relative w-44 max-w-full cursor-crosshair touch-none"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            placeAt(event);
          }}
          onPointerMove={(event) => {
            if (event.currentTarget.hasPointerCapture(event.pointerId)) placeAt(event);
          }}
        >
          {/* biome-ignore lint/performance/noImgElement: the API serves pictures as they are. */}
          <img
            src={src}
            alt=""
            draggable={false}
            className="block w-full rounded-md bg-sunken select-none"
          />
          <div
            role="slider"
            tabIndex={0}
            aria-labelledby={label}
            aria-describedby={hint}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={point.x}
            aria-valuetext={inWords(point)}
            onKeyDown={move}
            style={{ left: `${point.x}%`, top: `${point.y}%` }}
            className="absolute size-5 -translate-1/2 cursor-grab rounded-full border-2 border-white bg-accent shadow-[0_0_0_1px_rgb(0_0_0/.6)] focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
          />
        </div>
        <figure className="w-24">
          {/* biome-ignore lint/performance/noImgElement: the API serves pictures as they are. */}
          <img
            src={src}
            alt=""
            style={{ objectPosition: `${point.x}% ${point.y}%` }}
            className="aspect-square w-full rounded-md bg-sunken object-cover"
          />
          <figcaption className="mt-1 text-sm text-ink-soft">Square crop</figcaption>
        </figure>
      </div>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <span>{value === null ? 'In the centre' : inWords(value)}</span>
        {value === null ? null : (
          <Button size="sm" onClick={() => onChange(null)}>
            Use the centre
          </Button>
        )}
      </p>
      <p id={hint} className="mt-1 text-sm text-ink-soft">
        What stays in view where the picture is cropped. Drag it, or move it with the arrow keys.
        Readers get it with the next version.
      </p>
    </div>
  );
}
