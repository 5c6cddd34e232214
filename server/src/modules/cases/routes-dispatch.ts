import * as told from '@fengqiao/contract/cases.ts';
import { serve, type Served } from '#platform/serve.ts';
import { askReturn } from './actions/ask-return.ts';
import { answerConsultation, openConsultation } from './actions/consult.ts';
import { consultations } from './actions/consultations.ts';
import { designate } from './actions/designate.ts';
import { dispatchCase } from './actions/dispatch-case.ts';
import { suggest, suggestForText, types } from './actions/suggest.ts';

export const dispatchRoutes: readonly Served[] = [
  serve(told.suggest, (work, { params }) => suggest(work, params.id)),
  serve(told.suggestType, (work, { body }) => suggestForText(work, body.text)),
  serve(told.listTypes, types),
  serve(told.dispatchCase, (work, { params, body }) => dispatchCase(work, params.id, body)),
  serve(told.designate, (work, { params, body }) => designate(work, params.id, body)),
  serve(told.openConsultation, (work, { params, body }) => openConsultation(work, params.id, body)),
  serve(told.answerConsultation, (work, { params, body }) => answerConsultation(work, params.id, body)),
  serve(told.listConsultations, consultations),
  serve(told.askReturn, (work, { params, body }) => askReturn(work, params.id, body)),
];
