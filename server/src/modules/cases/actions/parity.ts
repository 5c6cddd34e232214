import type { ChannelRow, readParity } from '@fengqiao/contract/cases/cockpit.ts';
import { LEAST, offlineChannels, onlineChannels } from '@fengqiao/contract/cases/figures.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import type { Work } from '#platform/work.ts';
import { lastDays, wilson } from '../domain/figures.ts';
import { parityRows, type ParityRow } from '../store/cockpit.ts';

/** Everything by which residents reach the street; what staff find themselves is no channel of theirs. */
const channels = [...onlineChannels, 'hotline', ...offlineChannels] as const;

/** How the same matter fares by whichever way it was reported. */
export async function parity(
  work: Work,
  { days, type }: { days: number; type: string | undefined },
): Promise<Out<typeof readParity>> {
  const period = lastDays(work.now, days);
  const rows = await parityRows(work, period, { channels, type });
  return {
    since: period.since.toISOString(),
    until: period.until.toISOString(),
    channels: channels.map((channel) =>
      rowOf(
        channel,
        rows.find((row) => row.channel === channel),
      ),
    ),
  };
}

function rowOf(channel: ChannelRow['channel'], row: ParityRow | undefined): ChannelRow {
  const share = { over: row?.solved ?? 0, of: row?.n ?? 0 };
  const interval = wilson(share);
  return {
    channel,
    n: share.of,
    solved: share.over,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    few: share.of < LEAST,
    answer: quartiles(row?.answer),
    close: quartiles(row?.close),
  };
}

function quartiles(of: readonly (number | null)[] | undefined): ChannelRow['answer'] {
  const [low, middle, high] = of ?? [];
  return low == null || middle == null || high == null ? null : { low, middle, high };
}
