/** Something sealed with AES-GCM; the nonce is random and stands beside it. */
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer };

/** Seals what lies on the phone. */
export type Vault = {
  seal(value: unknown): Promise<Sealed>;
  open<T>(sealed: Sealed): Promise<T>;
  sealBytes(bytes: ArrayBuffer): Promise<Sealed>;
  openBytes(sealed: Sealed): Promise<ArrayBuffer>;
};

const IV_BYTES = 12;

export function vaultOf(key: CryptoKey): Vault {
  const sealBytes = async (bytes: ArrayBuffer): Promise<Sealed> => {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) };
  };
  const openBytes = ({ iv, bytes }: Sealed) => crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes);
  return {
    sealBytes,
    openBytes,
    seal: (value) => sealBytes(new TextEncoder().encode(JSON.stringify(value)).buffer),
    open: async (sealed) => JSON.parse(new TextDecoder().decode(await openBytes(sealed))),
  };
}

/** The address of some content: SHA-256 in hex. */
export async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Browsers seal only where the way to the server is safe: https, or this very machine. */
export const canSeal = (): boolean => typeof crypto !== 'undefined' && 'subtle' in crypto;
