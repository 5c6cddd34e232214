/** Reads a jsonb column that only this program writes; the type is the writer's promise, so the cast stands here once. */
export const fromJson = <T>(value: unknown): T => value as T;

/** Writes a value to a jsonb column. */
export const toJson = (value: unknown): string => JSON.stringify(value);
