import type { EmbedKind } from './embed-kind.ts';

/** The site that serves an embed, and the address of its frame. */
export type EmbedTarget = {
  provider: EmbedProvider;
  kind: Exclude<EmbedKind, 'other'>;
  /** The site as readers know it ("YouTube"). */
  name: string;
  /** The company that runs it, if it has another name ("Google"). */
  owner: string | null;
  /** The address for readers, without tracking parameters. */
  page: string;
  /** Address of the frame. */
  src: string;
  /** Its host, for the page's policy. */
  host: string;
  /** Whether the site requires a `Referer` header to show anything. */
  sendsReferrer: boolean;
};

export type EmbedProvider = 'youtube' | 'vimeo' | 'mastodon' | 'openstreetmap' | 'datawrapper';

type Found = { path: string; host: string; page?: string } | null;
type Provider = Omit<EmbedTarget, 'provider' | 'src' | 'host' | 'page'> & {
  hosts: readonly string[];
  /** Host and path of the frame for the content at `url`, built from validated parts. */
  find: (url: URL) => Found;
};

/** Servers that are old, large and moderated; there are thousands, and anybody can run one. */
const MASTODON = ['mastodon.social', 'mastodon.online', 'mstdn.social', 'mas.to', 'journa.host'];

const providers: Record<EmbedProvider, Provider> = {
  youtube: {
    ...{ kind: 'video', name: 'YouTube', owner: 'Google', sendsReferrer: true },
    hosts: [
      'youtube.com',
      'www.youtube.com',
      'm.youtube.com',
      'youtu.be',
      'www.youtube-nocookie.com',
    ],
    find: (url) => {
      const path = url.pathname;
      const id =
        url.hostname === 'youtu.be'
          ? /^\/([\w-]{11})$/.exec(path)?.[1]
          : path === '/watch'
            ? /^[\w-]{11}$/.exec(url.searchParams.get('v') ?? '')?.[0]
            : /^\/(?:shorts|live|embed)\/([\w-]{11})$/.exec(path)?.[1];
      if (id === undefined) return null;
      const start = secondsOf(url.searchParams.get('t') ?? url.searchParams.get('start') ?? '');
      const query = start === 0 ? '' : `?start=${start}`;
      const page = `https://www.youtube.com/watch?v=${id}${start === 0 ? '' : `&t=${start}`}`;
      return { host: 'www.youtube-nocookie.com', path: `/embed/${id}${query}`, page };
    },
  },
  vimeo: {
    ...{ kind: 'video', name: 'Vimeo', owner: null, sendsReferrer: false },
    hosts: ['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'],
    find: (url) => {
      const [, id, inPath] =
        /^\/(?:video\/)?(\d{1,12})(?:\/([0-9a-f]{6,20}))?$/.exec(url.pathname) ?? [];
      if (id === undefined) return null;
      const key = inPath ?? /^[0-9a-f]{6,20}$/.exec(url.searchParams.get('h') ?? '')?.[0];
      const query = key === undefined ? '' : `&h=${key}`;
      const page = `https://vimeo.com/${id}${key === undefined ? '' : `/${key}`}`;
      return { host: 'player.vimeo.com', path: `/video/${id}?dnt=1${query}`, page };
    },
  },
  mastodon: {
    ...{ kind: 'post', name: 'Mastodon', owner: null, sendsReferrer: false },
    hosts: MASTODON,
    find: (url) => {
      const path = /^(\/@\w{1,30}\/\d{1,25})(?:\/embed)?$/.exec(url.pathname)?.[1];
      if (path === undefined) return null;
      return { host: url.hostname, path: `${path}/embed`, page: `https://${url.hostname}${path}` };
    },
  },
  openstreetmap: {
    ...{ kind: 'map', name: 'OpenStreetMap', owner: null, sendsReferrer: false },
    hosts: ['openstreetmap.org', 'www.openstreetmap.org'],
    find: (url) => {
      const box = boxOf(url);
      if (box === null) return null;
      const query = `bbox=${box.join('%2C')}&layer=mapnik${markerOf(url)}`;
      return { host: 'www.openstreetmap.org', path: `/export/embed.html?${query}` };
    },
  },
  datawrapper: {
    ...{ kind: 'chart', name: 'Datawrapper', owner: null, sendsReferrer: false },
    hosts: ['datawrapper.dwcdn.net', 'www.datawrapper.de'],
    find: (url) => {
      const [, id, version] =
        (url.hostname === 'www.datawrapper.de'
          ? /^\/_\/(\w{5})\/?$/
          : /^\/(\w{5})(?:\/(\d{1,4}))?\/?$/
        ).exec(url.pathname) ?? [];
      if (id === undefined) return null;
      const path = version === undefined ? `/${id}/` : `/${id}/${version}/`;
      return { host: 'datawrapper.dwcdn.net', path };
    },
  },
};

/**
 * The frame in which a reader may be shown the content at `href`; null if the site or the shape of
 * the address is not known here, so that it stays a link. No part of `href` gets into the frame's
 * address but numbers and names that were checked.
 */
export function findEmbedTarget(href: string): EmbedTarget | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '')
    return null;
  for (const [provider, { hosts, find, ...rest }] of Object.entries(providers)) {
    if (!hosts.includes(url.hostname)) continue;
    const found = find(url);
    if (found === null) return null;
    const src = `https://${found.host}${found.path}`;
    const { host, page = src } = found;
    return { ...rest, provider: provider as EmbedProvider, host, page, src };
  }
  return null;
}

/** Every host that a frame may be loaded from. */
export const embedHosts: readonly string[] = [
  'www.youtube-nocookie.com',
  'player.vimeo.com',
  ...MASTODON,
  'www.openstreetmap.org',
  'datawrapper.dwcdn.net',
];

/** "90", "90s", "1m30s" and "1h2m3s" in seconds; anything else is the beginning. */
function secondsOf(text: string): number {
  const [whole, hours, minutes, seconds] =
    /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?$/.exec(text) ?? [];
  if (whole === undefined) return 0;
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

/** Degrees with a point, as map addresses have them. */
const DEGREES = '(-?\\d{1,3}(?:\\.\\d{1,10})?)';
/** The section of a map in a frame, in pixels of the map at its zoom. */
const FRAME = { width: 640, height: 400 };

/** West, south, east and north of a map's address (`#map=zoom/latitude/longitude`). */
function boxOf(url: URL): string[] | null {
  const given = new RegExp(`^${DEGREES},${DEGREES},${DEGREES},${DEGREES}$`).exec(
    url.searchParams.get('bbox') ?? '',
  );
  if (given !== null && url.pathname === '/export/embed.html') return given.slice(1, 5);
  const [, zoom, latitude, longitude] =
    new RegExp(`^#map=(\\d{1,2})(?:\\.\\d+)?/${DEGREES}/${DEGREES}`).exec(url.hash) ?? [];
  if (zoom === undefined || Number(zoom) > 20 || url.pathname !== '/') return null;
  const [north, east] = [Number(latitude), Number(longitude)];
  if (Math.abs(north) > 85 || Math.abs(east) > 180) return null;
  const perPixel = 360 / (256 * 2 ** Number(zoom));
  const wide = (FRAME.width * perPixel) / 2;
  const high = ((FRAME.height * perPixel) / 2) * Math.cos((north * Math.PI) / 180);
  return [east - wide, north - high, east + wide, north + high].map((each) => each.toFixed(5));
}

function markerOf(url: URL): string {
  const place = [url.searchParams.get('mlat') ?? '', url.searchParams.get('mlon') ?? ''];
  return place.every((each) => new RegExp(`^${DEGREES}$`).test(each))
    ? `&marker=${place.join('%2C')}`
    : '';
}
