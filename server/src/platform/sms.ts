export type Sms = { readonly id: string; readonly to: string; readonly text: string };

/** Sent, with the provider's own number; refused for good; or worth another try later. */
export type SmsOutcome =
  | { readonly kind: 'sent'; readonly ref: string | null }
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'later'; readonly error: string };

const TIMEOUT_MS = 10_000;
const passing = new Set([408, 425, 429]);

/**
 * Hands one message to the provider: POST of { id, to, text } with the bearer key. The id stays the same at every try, so
 * that a provider which heeds Idempotency-Key sends it once. Redirects are not followed: the key must not travel on.
 */
export async function sendSms(
  provider: { url: string; key: string },
  { id, to, text }: Sms,
): Promise<SmsOutcome> {
  try {
    const reply = await fetch(provider.url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        authorization: `Bearer ${provider.key}`,
        'content-type': 'application/json',
        'idempotency-key': id,
      },
      body: JSON.stringify({ id, to, text }),
    });
    const said = (await reply.text()).slice(0, 2_000);
    if (reply.ok) return { kind: 'sent', ref: refOf(said) };
    const error = `HTTP ${reply.status}`;
    return reply.status >= 500 || passing.has(reply.status)
      ? { kind: 'later', error }
      : { kind: 'refused', error };
  } catch (error) {
    return {
      kind: 'later',
      error:
        error instanceof Error && error.name === 'TimeoutError'
          ? 'no answer in time'
          : 'provider cannot be reached',
    };
  }
}

/** The provider's number of the message, when its answer is JSON with an id. */
function refOf(said: string): string | null {
  try {
    const parsed: unknown = JSON.parse(said);
    if (typeof parsed !== 'object' || parsed === null || !('id' in parsed)) return null;
    return typeof parsed.id === 'string' || typeof parsed.id === 'number'
      ? String(parsed.id).slice(0, 100)
      : null;
  } catch {
    return null;
  }
}
