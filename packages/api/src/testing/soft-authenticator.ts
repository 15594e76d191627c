import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

/** CBOR (RFC 8949), as far as a key and an attestation need it. */
type Cbor = number | string | Uint8Array | Map<number | string, Cbor>;
function cbor(value: Cbor): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, value.length), Buffer.from(value)]);
  if (value instanceof Map)
    return Buffer.concat([
      head(5, value.size),
      ...[...value].flatMap(([key, each]) => [cbor(key), cbor(each)]),
    ]);
  return Buffer.concat([head(2, value.length), value]);
}

/** Values that a browser or a device gets or sends falsely in a test. */
export type Lie = {
  origin?: string;
  rpID?: string;
  challenge?: string;
  /** Whether the device checked who holds it. */
  verified?: boolean;
  counter?: number;
};

/** A device with one passkey, and its browser (WebAuthn level 3, ES256). */
export function softAuthenticator(honest: { origin: string; rpID: string }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const credential = { id: b64(id), rawId: b64(id), type: 'public-key' as const };
  const clientData = (type: string, challenge: string, lie: Lie) =>
    Buffer.from(
      JSON.stringify({
        ...{ type, challenge: lie.challenge ?? challenge },
        ...{ origin: lie.origin ?? honest.origin, crossOrigin: false },
      }),
    );
  const authData = (lie: Lie, attested: Uint8Array = new Uint8Array()) => {
    const flags = 1 | (lie.verified === false ? 0 : 4) | (attested.length > 0 ? 64 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(lie.counter ?? 0);
    return Buffer.concat([
      sha256(lie.rpID ?? honest.rpID),
      Buffer.from([flags]),
      counter,
      attested,
    ]);
  };
  return {
    id: credential.id,
    /** A new key, as `PublicKeyCredential.toJSON()` has it. */
    create: ({ challenge }: { challenge: string }, lie: Lie = {}) => {
      const length = Buffer.from([0, id.length]);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, cbor(coseOf(publicKey))]);
      const attestation = new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData(lie, attested)],
      ]);
      return {
        ...credential,
        response: {
          clientDataJSON: b64(clientData('webauthn.create', challenge, lie)),
          attestationObject: b64(cbor(attestation)),
        },
      };
    },
    /** A signature with it. */
    get: ({ challenge }: { challenge: string }, lie: Lie = {}) => {
      const clientDataJSON = clientData('webauthn.get', challenge, lie);
      const authenticatorData = authData(lie);
      const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)]);
      return {
        ...credential,
        response: {
          clientDataJSON: b64(clientDataJSON),
          authenticatorData: b64(authenticatorData),
          signature: b64(sign('sha256', signed, privateKey)),
          userHandle: null,
        },
      };
    },
  };
}

function coseOf(publicKey: KeyObject): Map<number, Cbor> {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return new Map<number, Cbor>([
    ...([
      [1, 2],
      [3, -7],
      [-1, 1],
    ] as const),
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ]);
}
