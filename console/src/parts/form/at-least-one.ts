import { t } from '@fengqiao/ui/language.ts';
import { texts } from '../texts.ts';

/** A rule for a group of boxes: a group may not say by aria that it is required, so it says so when none is ticked. */
export const atLeastOne = {
  validator: (_: unknown, ticked: readonly string[] = []) =>
    ticked.length > 0 ? Promise.resolve() : Promise.reject(new Error(t(texts.choose))),
};
