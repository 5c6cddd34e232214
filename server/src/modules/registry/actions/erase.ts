/** What erasing somebody means in this room; the whole of it is told in retention. */
export { scrubPerson } from '../store/scrub.ts';
