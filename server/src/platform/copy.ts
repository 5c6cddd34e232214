const HEAD = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(2000, 0, 1);
/** The version that stands before a jsonb value. */
const JSONB = '\u0001';
/** For so many bytes there is room at first, where nobody says how many come. */
const START = 1 << 16;

/**
 * Rows in the binary form of COPY (PostgreSQL, "COPY", Binary Format), the quickest way in for many of them: fields are
 * written one after the other in the order of the columns that the statement names.
 */
export class CopyRows {
  #bytes: Buffer;
  #at: number;

  constructor(room = START) {
    this.#bytes = Buffer.allocUnsafeSlow(Math.max(room, HEAD.length));
    this.#at = HEAD.copy(this.#bytes);
  }

  /** Begins a row of so many fields. */
  row(fields: number): void {
    this.#room(2);
    this.#at = this.#bytes.writeInt16BE(fields, this.#at);
  }

  int(value: number): void {
    this.#room(8);
    this.#bytes.writeInt32BE(4, this.#at);
    this.#at = this.#bytes.writeInt32BE(value, this.#at + 4);
  }

  /** YYYY-MM-DD. */
  day(value: string | null): void {
    if (value === null) this.#null();
    else this.int((Date.parse(value) - EPOCH) / DAY_MS);
  }

  bytes(value: Uint8Array | null): void {
    if (value === null) return this.#null();
    this.#room(4 + value.length);
    this.#at = this.#bytes.writeInt32BE(value.length, this.#at);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
  }

  /** Words of this program, such as keys of units: letters of ASCII. */
  word(value: string | null): void {
    if (value === null) return this.#null();
    this.#room(4 + value.length);
    this.#at = this.#bytes.writeInt32BE(value.length, this.#at);
    this.#at += this.#bytes.write(value, this.#at, 'latin1');
  }

  json(value: unknown): void {
    this.bytes(Buffer.from(JSONB + JSON.stringify(value), 'utf8'));
  }

  uuid(value: string | null): void {
    if (value === null) return this.#null();
    this.#room(20);
    this.#at = writeUuid(this.#bytes, value, this.#bytes.writeInt32BE(16, this.#at));
  }

  /** All that was written, with its end; nothing may be added then. */
  end(): Buffer {
    this.#room(2);
    this.#at = this.#bytes.writeInt16BE(-1, this.#at);
    return this.#bytes.subarray(0, this.#at);
  }

  #null(): void {
    this.#room(4);
    this.#at = this.#bytes.writeInt32BE(-1, this.#at);
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const wider = Buffer.allocUnsafe((this.#at + bytes) * 2);
    this.#bytes.copy(wider, 0, 0, this.#at);
    this.#bytes = wider;
  }
}

/** Writes the 16 bytes of a UUID; returns where they end. */
export function writeUuid(into: Buffer, uuid: string, at: number): number {
  let end = at;
  for (let i = 0; i < uuid.length; i += 2) {
    if (uuid.charCodeAt(i) === DASH) i += 1;
    into[end] = (digit(uuid.charCodeAt(i)) << 4) | digit(uuid.charCodeAt(i + 1));
    end += 1;
  }
  return end;
}

const DASH = 45;
/** Of a small hexadecimal digit. */
const digit = (code: number): number => (code < 58 ? code - 48 : code - 87);
