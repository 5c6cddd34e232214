/** What erasing somebody means in this room; the whole of it is told in retention. */
export { unnameReports } from '../store/erase.ts';
