import type { CheckMethod } from '@fengqiao/contract/cases/words.ts';
import { seedRows } from '../../server/src/modules/cases/index.ts';
import { proof } from './proof.ts';
import { onNewest, inHand, on, some, units, type Act, type Scene } from './scene.ts';

const rows = seedRows();

/** Mostly as the list prescribes for the type. */
const methodOf = ({ view, pick }: Scene): CheckMethod =>
  (pick % 6 === 5 ? undefined : rows.find(({ type }) => type === view.type)?.checkMethods[0]) ??
  (pick % 2 ? 'phone' : 'onsite');

/** From in hand to the archive. */
export const working: readonly Act[] = [
  {
    name: 'acknowledge',
    may: ['acknowledge'],
    when: inHand,
    by: 'holder',
    how: on('acknowledgement', () => ({})),
  },
  {
    name: 'contact',
    may: [],
    when: inHand,
    by: 'holder',
    how: on('contact', () => ({ reached: true, note: '已联系' })),
  },
  {
    name: 'assign_on',
    may: ['redispatch'],
    when: inHand,
    by: 'holder',
    how: on('sub-assignment', ({ view }) => ({ unit: view.lead === 'c01' ? 'c01-g01' : `${view.lead}-t1` })),
  },
  {
    name: 'add_task',
    may: [],
    when: inHand,
    by: 'holder',
    how: on('tasks', ({ pick }) => ({ unit: some(units, pick), text: '请协助' })),
  },
  {
    name: 'report_task',
    may: [],
    leads: ['report_handled'],
    when: inHand,
    by: 'helper',
    how: ({ view, pick }) =>
      onNewest(
        view.tasks.filter(
          (one) =>
            (one.part === 'co' && (one.state === 'open' || one.state === 'rejected')) || pick % 11 === 0,
        ),
        (id) => `/tasks/${id}/report`,
        { text: '已协助处理' },
      ),
  },
  {
    name: 'judge_task',
    may: [],
    leads: ['report_handled'],
    when: inHand,
    by: 'holder',
    how: ({ view, pick }) =>
      onNewest(
        view.tasks.filter((one) => one.state === 'reported' || pick % 11 === 0),
        (id) => `/tasks/${id}/judgement`,
        { accepted: pick % 5 !== 0, note: '已核对' },
      ),
  },
  {
    name: 'report_handled',
    may: ['report_handled'],
    when: ['handling'],
    by: 'holder',
    how: async (scene) => ({
      path: `/cases/${scene.view.id}/handled`,
      body: {
        summary: '已经处理完毕',
        outcome: scene.pick % 6 ? 'solved' : 'explained',
        evidence: await proof(scene, 'handle'),
      },
    }),
  },
  {
    name: 'check',
    may: ['check_passed', 'check_failed'],
    leads: ['close'],
    when: ['handled'],
    by: 'checker',
    how: async (scene) => ({
      path: `/cases/${scene.view.id}/check`,
      body: {
        method: methodOf(scene),
        passed: scene.pick % 4 !== 0,
        note: '到场核对',
        evidence: await proof(scene, 'check'),
      },
    }),
  },
  {
    name: 'close',
    may: ['close'],
    when: ['handled'],
    by: 'checker',
    how: on('closure', ({ view, pick }) => ({
      summary: '核查通过予以结案',
      outcome: pick % 9 ? (view.outcome ?? 'solved') : 'solved',
    })),
  },
  {
    name: 'answer',
    may: [],
    leads: ['reopen'],
    when: ['closed'],
    by: 'reporter',
    how: ({ view, reports, pick }) =>
      reports.get(view.id) === undefined
        ? null
        : {
            path: `/reports/${reports.get(view.id) ?? ''}/satisfaction`,
            body: { solved: pick % 3 === 0, score: 2, reopen: true, text: '没有解决' },
          },
  },
  {
    name: 'archive',
    may: ['archive'],
    when: ['closed'],
    by: 'checker',
    ripens: 15 * 24 * 60,
    how: on('archive', () => ({})),
  },
];
