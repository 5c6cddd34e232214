import Type from 'typebox';
import { Me } from './identity.ts';
import { route, Shape } from './route.ts';
import { Bilingual, keysOf, OneOf } from './shapes.ts';

/** Who one can be on the tour of the demo street, and what there is to try. */
export const demoRoles = {
  guest: {
    who: { zh: '路过的市民', en: 'Passer-by' },
    can: {
      zh: '不登录提交诉求、凭编号查进度、看公开统计。',
      en: 'Report without signing in, follow by number, see public statistics.',
    },
  },
  resident: {
    who: { zh: '居民', en: 'Resident' },
    can: {
      zh: '提交诉求、看进展、评价结果、申请重办、看谁查看过我的信息。',
      en: 'Report, follow, rate, ask to reopen, see who looked at my data.',
    },
  },
  grid_worker: {
    who: { zh: '网格员', en: 'Grid worker' },
    can: {
      zh: '巡查上报、小事当场办结、接收网格任务、离线可用。',
      en: 'Patrol and report, solve small things on the spot, take tasks of the grid, also offline.',
    },
  },
  community: {
    who: { zh: '社区工作人员', en: 'Community staff' },
    can: {
      zh: '处置社区工单、下派网格、申请协同和延期。',
      en: "Handle the community's cases, pass them to grids, ask for help or time.",
    },
  },
  department: {
    who: { zh: '部门经办人', en: 'Department staff' },
    can: {
      zh: '签收、处置、回传佐证、依据清单退单。',
      en: 'Accept, handle, give evidence, return a case citing the list.',
    },
  },
  justice: {
    who: { zh: '司法所经办人', en: 'Justice office staff' },
    can: {
      zh: '依法保管只由两人知悉的关爱记录：提出、审批、打开留痕、交接、到期删除。',
      en: 'Keep special-care records that two people know of: propose, approve, open on record, hand over, delete.',
    },
  },
  dispatcher: {
    who: { zh: '分拨员', en: 'Dispatcher' },
    can: {
      zh: '按责任清单分拨，组织商定，查看分拨理由。',
      en: 'Dispatch by the responsibility list, convene consultations, see the reasons.',
    },
  },
  intake: {
    who: { zh: '受理员', en: 'Intake' },
    can: {
      zh: '登记电话和窗口诉求、核实、立案、并单、不予受理并告知。',
      en: 'Take phone and counter reports, verify, register, merge, decline with notice.',
    },
  },
  checker: {
    who: { zh: '核查员', en: 'Checker' },
    can: { zh: '核查处置结果、结案或退回重办。', en: 'Check results, close the case or send it back.' },
  },
  callback: {
    who: { zh: '回访员', en: 'Callback' },
    can: {
      zh: '按系统抽样回访，记录是否真正解决。',
      en: 'Call people drawn by the system, record whether it was really solved.',
    },
  },
  supervisor: {
    who: { zh: '督办员', en: 'Supervisor' },
    can: {
      zh: '看超时、发督办、审批延期和挂账、查看信息查看记录。',
      en: 'See what is late, order supervision, approve extensions and holds, inspect accesses.',
    },
  },
  leader: {
    who: { zh: '街道领导', en: 'Subdistrict leader' },
    can: {
      zh: '指定责任单位、批准挂账、看全街道运行。',
      en: 'Designate an owner, approve holds, see how the whole street runs.',
    },
  },
  district: {
    who: { zh: '区级督导', en: 'District supervisor' },
    can: {
      zh: '四级监督：看逾期和提级工单。',
      en: 'The fourth level of supervision: late and escalated cases.',
    },
  },
  admin: {
    who: { zh: '系统管理员', en: 'Administrator' },
    can: {
      zh: '管理单位、账号、岗位（两人授权）、接口密钥、清单版本。',
      en: 'Units, accounts, posts (two pairs of eyes), keys, versions of the list.',
    },
  },
  steward: {
    who: { zh: '数据管理员', en: 'Data steward' },
    can: {
      zh: '管理全街道人口、房屋、单位数据和数据目录，处理导入；看到的个人信息都已遮盖。',
      en: 'Keep the registers of people, homes and organizations and the data catalogue; personal data are masked.',
    },
  },
  privacy: {
    who: { zh: '个人信息保护专员', en: 'Privacy officer' },
    can: {
      zh: '处理居民对信息查看的疑问，复核应急查看，管理用途登记和查看额度；看不到工单。',
      en: 'Answer doubts about looks at personal data, review break-glass, keep purposes and budgets; sees no case.',
    },
  },
  auditor: {
    who: { zh: '审计员', en: 'Auditor' },
    can: {
      zh: '只读：核验查看记录的封印，按条件查阅全部查看记录。',
      en: 'Read only: verify the seal over the records of looks, and search all of them.',
    },
  },
} as const;
export type DemoRole = keyof typeof demoRoles;
export const demoRoleNames = keysOf(demoRoles);
export const DemoRoleName = OneOf(demoRoleNames);

export const DemoPerson = Shape({
  role: DemoRoleName,
  who: Bilingual,
  can: Bilingual,
  name: Type.String(),
  unitName: Type.Union([Bilingual, Type.Null()]),
  login: Type.Union([Type.String(), Type.Null()]),
  phone: Type.Union([Type.String(), Type.Null()]),
  password: Type.Union([Type.String(), Type.Null()]),
});

export const listDemoRoles = route({
  id: 'identity.demoRoles',
  method: 'GET',
  path: '/demo/roles',
  who: 'anyone',
  says: {
    zh: '仅演示模式：可以一键体验的角色。',
    en: 'Demo mode only: the roles one can try with one press.',
  },
  reply: Shape({ items: Type.Array(DemoPerson) }),
});

export const demoSignIn = route({
  id: 'identity.demoSignIn',
  method: 'POST',
  path: '/demo/sessions',
  who: 'anyone',
  secret: true,
  says: { zh: '仅演示模式：以一个角色进入。', en: 'Demo mode only: enter as one of the roles.' },
  body: Shape({ role: DemoRoleName }),
  reply: Me,
});
