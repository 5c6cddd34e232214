/** What erasing somebody means in this room; the whole of it is told in retention. */
export { eraseMessages } from '../store/erase.ts';
