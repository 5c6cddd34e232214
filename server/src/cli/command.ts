import type { Both } from '@fengqiao/contract/route.ts';
import type { Settings } from '#platform/config.ts';
import type { OpenPlatform } from '#platform/platform.ts';
import type { Work } from '#platform/work.ts';
import type { Store } from './store.ts';

/** A verb of `fengqiao`. Rooms add theirs to the list in commands.ts. */
export type Command = {
  /** One or two words, such as `import units`. */
  readonly name: string;
  /** What follows the name. */
  readonly takes: string;
  readonly says: Both;
  /** Gives the exit code; a refusal thrown here is printed in both languages and ends with 1. */
  readonly run: (given: Given) => Promise<number>;
};

/** What a command is given. */
export type Given = {
  readonly settings: Settings;
  /** What followed the name, without the flags. */
  readonly words: readonly string[];
  /** `--street tingfeng` or `--dry-run`. */
  readonly flags: ReadonlyMap<string, string>;
  /** The database, started if it is the embedded one and nobody serves it yet; it ends with the program. */
  store(): Promise<Store>;
  /** Migrates, opens the platform for the act, and closes it. */
  open<T>(act: (platform: OpenPlatform) => Promise<T>): Promise<T>;
  /** The same, inside one transaction of a street's engine; the street is that of `--street`, or the only one. */
  inStreet<T>(act: (work: Work, platform: OpenPlatform) => Promise<T>): Promise<T>;
  /** The street of `--street`, or the only one there is. */
  streetOf(platform: OpenPlatform): Promise<string>;
  /** Runs another command by its name; undefined when there is none. */
  call(name: string, flags?: ReadonlyMap<string, string>): Promise<number | undefined>;
};

/** Says a line in both languages. */
export const tell = (zh: string, en: string): void => console.log(`${zh}\n  ${en}`);

/** A mistake of the one who typed, in both languages; printed without a stack. */
export class Mistake extends Error {
  override name = 'Mistake';
  readonly zh: string;
  constructor(zh: string, en: string) {
    super(en);
    this.zh = zh;
  }
}
