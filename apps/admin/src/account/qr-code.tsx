'use client';

import { useMemo } from 'react';
import { encode } from 'uqr';

/**
 * A QR code, drawn in the browser, so that its text is sent to no server. Always dark on light, in
 * dark mode too: every camera reads that.
 */
export function QrCode(props: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size } = encode(props.text, { ecc: 'M', border: 3 });
    const path = data
      .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
      .join('');
    return { size, path };
  }, [props.text]);
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="mx-auto block size-52 rounded-md border border-line"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
