import type { Selectable } from 'kysely';
import type {
  CasesConsultation,
  CasesHold,
  CasesMerge,
  CasesMilestone,
  CasesOpinion,
  CasesReport,
  CasesSideRequest,
  CasesSupervision,
  CasesWhistle,
  CasesWhistleCall,
} from '#platform/db.gen.ts';

export type SideRequest = Selectable<CasesSideRequest>;
export type Consultation = Selectable<CasesConsultation>;
export type Opinion = Selectable<CasesOpinion>;
export type Hold = Selectable<CasesHold>;
export type Milestone = Selectable<CasesMilestone>;
export type Supervision = Selectable<CasesSupervision>;
export type Whistle = Selectable<CasesWhistle>;
export type WhistleCall = Selectable<CasesWhistleCall>;
export type Report = Selectable<CasesReport>;
export type Merge = Selectable<CasesMerge> & { from_no: string };
