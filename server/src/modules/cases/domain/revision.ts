/** The days over which designations of one type are counted. */
export const REVISION_DAYS = 90;

const DESIGNATIONS = 3;

/** Three designations of one type in the days counted show a hole in the list that has to be closed by text. */
export const isMandatory = (designations: number): boolean => designations >= DESIGNATIONS;
