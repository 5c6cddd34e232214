import type { Step } from './story.ts';

export const agreed = '同意，按申请用途使用，不得转给第三方';
export const ready = '通过本平台接口提供，每日更新';
export const offline = '经政务外网加密交换，已告知取用方式';
export const yes: Step = ['approve', 0.2, ''];
export const sent: Step = ['deliver', 4, offline];
export const law = {
  relief: '《社会救助暂行办法》第五十八条',
  disabled: '《残疾人保障法》第四十八条',
  elderly: '《老年人权益保障法》第三十八条',
  penalty: '《行政处罚法》第五十四条',
  sharing: '《政务数据共享条例》第二十四条',
  health: '《基本医疗卫生与健康促进法》第三十一条',
  labour: '《社会保险经办条例》第三十九条',
  minor: '《未成年人保护法》第四十三条',
} as const;
export const cases = ['no', 'type', 'caseState', 'lead', 'reportedAt', 'closedAt'];
