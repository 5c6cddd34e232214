import Type from 'typebox';
import { keysOf, OneOf } from '../shapes.ts';
import {
  acts,
  bases,
  channels,
  checkMethods,
  classes,
  duties,
  exits,
  grades,
  holdReasons,
  outcomes,
  placeKinds,
  requestKinds,
  states,
} from './words.ts';

/** The keys of a table of words. */
export const Among = <T extends Record<string, unknown>>(record: T) =>
  Type.Unsafe<keyof T & string>(Type.Enum(keysOf(record)));

export const StateName = Among(states);
export const GradeName = Among(grades);
export const ClassName = Among(classes);
export const BasisName = Among(bases);
export const ChannelName = Among(channels);
export const PlaceKindName = Among(placeKinds);
export const CheckMethodName = Among(checkMethods);
export const OutcomeName = Among(outcomes);
export const ExitCode = Among(exits);
export const HoldReasonCode = Among(holdReasons);
export const RequestKindName = Among(requestKinds);
export const ActName = Among(acts);
export const DutyName = Among(duties);
export const TimeUnitName = OneOf(['urgent_hour', 'work_hour', 'work_day', 'calendar_day'] as const);
