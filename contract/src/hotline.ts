/** The national government hotline: it answers for every street that has not set a number of its own. */
export const nationalHotline = '12345';
