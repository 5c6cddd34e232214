import { recall, remember } from '@fengqiao/ui/phone/memory.ts';

/** A report made on this phone; with number and code anyone can follow it without an account. */
export type Receipt = {
  report: string;
  no: string;
  code: string;
  hotline: string;
  joined: boolean;
  at: string;
};

const place = 'fengqiao.receipts';
const most = 50;

export const receipts = (): Receipt[] => recall<Receipt[]>(place) ?? [];
export const receiptOf = (report: string): Receipt | undefined =>
  receipts().find((kept) => kept.report === report);

/** Keeps what the server answered to a report of now. */
export function keepAnswer({ report, no, code, hotline, joined }: Omit<Receipt, 'at'>): void {
  keepReceipt({ report, no, code, hotline, joined, at: new Date().toISOString() });
}

export function keepReceipt(receipt: Receipt): void {
  remember(place, [receipt, ...receipts().filter(({ report }) => report !== receipt.report)].slice(0, most));
}

export const dropReceipt = (report: string): void =>
  remember(
    place,
    receipts().filter((kept) => kept.report !== report),
  );
