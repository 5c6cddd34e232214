import type { TSchema } from 'typebox';

const numberOf = (
  schema: TSchema,
  name: 'minLength' | 'maxLength' | 'minimum' | 'maximum',
): number | undefined => {
  const found: unknown = Reflect.get(schema, name);
  return typeof found === 'number' ? found : undefined;
};

/** The bounds a field of the contract has, so that a form says them before the server does. */
export const limitsOf = (schema: TSchema) => ({
  min: numberOf(schema, 'minLength') ?? numberOf(schema, 'minimum') ?? 0,
  max: numberOf(schema, 'maxLength') ?? numberOf(schema, 'maximum') ?? 500,
});
