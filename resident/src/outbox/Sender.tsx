import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useOutbox } from './outbox.ts';
import { sendWaiting } from './send.ts';

const AGAIN_MS = 30_000;

/** Sends waiting reports when the app opens, when the network comes back, and every half minute while any wait. */
export function Sender() {
  const some = useOutbox().length > 0;
  const client = useQueryClient();
  useEffect(() => {
    if (!some) return undefined;
    const send = () => void sendWaiting().then((sent) => (sent > 0 ? client.invalidateQueries() : undefined));
    send();
    const timer = setInterval(send, AGAIN_MS);
    window.addEventListener('online', send);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', send);
    };
  }, [some, client]);
  return null;
}
