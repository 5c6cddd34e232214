/** People who moved away or died and are still written down; retention lets them go. */
export { countDeparted, sampleDeparted, someDeparted } from '../store/departed.ts';
