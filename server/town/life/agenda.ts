/** Something that goes on in its own time: it does a thing, then says when it wants to go on. */
export type Story = AsyncGenerator<Date, void, void>;

type Entry = { readonly at: number; readonly order: number; readonly story: Story };

/** What is going to happen, in order of time; two things at one moment in the order they were told. */
export class Agenda {
  readonly #heap: Entry[] = [];
  #told = 0;

  get size(): number {
    return this.#heap.length;
  }

  add(at: Date, story: Story): void {
    const entry = { at: at.getTime(), order: this.#told++, story };
    let i = this.#heap.push(entry) - 1;
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (!before(entry, this.#at(up))) break;
      this.#heap[i] = this.#at(up);
      i = up;
    }
    this.#heap[i] = entry;
  }

  /** The next story and its moment, or null when nothing more is to come before `until`. */
  next(until: Date): { at: Date; story: Story } | null {
    const first = this.#heap[0];
    if (first === undefined || first.at >= until.getTime()) return null;
    const last = this.#heap.pop();
    if (last !== undefined && last !== first) this.#sink(last);
    return { at: new Date(first.at), story: first.story };
  }

  #sink(entry: Entry): void {
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.#heap.length) break;
      if (child + 1 < this.#heap.length && before(this.#at(child + 1), this.#at(child))) child += 1;
      if (!before(this.#at(child), entry)) break;
      this.#heap[i] = this.#at(child);
      i = child;
    }
    this.#heap[i] = entry;
  }

  #at(i: number): Entry {
    const entry = this.#heap[i];
    if (entry === undefined) throw new RangeError('no such place in the agenda');
    return entry;
  }
}

const before = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
