/** Family names with their spelling and how often they occur, lower Yangtze families and arrivals from elsewhere. */
export const surnames: readonly (readonly [zh: string, en: string, weight: number])[] = [
  ['王', 'Wang', 60], ['李', 'Li', 55], ['张', 'Zhang', 55], ['陈', 'Chen', 48], ['徐', 'Xu', 40], ['沈', 'Shen', 38],
  ['陆', 'Lu', 38], ['顾', 'Gu', 36], ['周', 'Zhou', 36], ['朱', 'Zhu', 34], ['吴', 'Wu', 34], ['钱', 'Qian', 28],
  ['刘', 'Liu', 28], ['杨', 'Yang', 26], ['孙', 'Sun', 24], ['马', 'Ma', 18], ['赵', 'Zhao', 18], ['金', 'Jin', 18],
  ['潘', 'Pan', 16], ['胡', 'Hu', 16], ['蒋', 'Jiang', 16], ['陶', 'Tao', 14], ['许', 'Xu', 14], ['高', 'Gao', 14],
  ['郭', 'Guo', 13], ['何', 'He', 13], ['林', 'Lin', 12], ['唐', 'Tang', 12], ['姚', 'Yao', 12], ['冯', 'Feng', 11],
  ['曹', 'Cao', 11], ['龚', 'Gong', 10], ['邹', 'Zou', 10], ['严', 'Yan', 10], ['俞', 'Yu', 10], ['谢', 'Xie', 10],
  ['韩', 'Han', 9], ['宋', 'Song', 9], ['程', 'Cheng', 9], ['丁', 'Ding', 9], ['汪', 'Wang', 9], ['魏', 'Wei', 8],
  ['范', 'Fan', 8], ['尤', 'You', 7], ['戴', 'Dai', 7], ['葛', 'Ge', 7], ['季', 'Ji', 6], ['邵', 'Shao', 6],
  ['屈', 'Qu', 5], ['惠', 'Hui', 4], ['闵', 'Min', 4], ['归', 'Gui', 3], ['欧阳', 'Ouyang', 2], ['诸葛', 'Zhuge', 1],
];

/** Signs of boys' given names with their spelling. */
export const boys: readonly (readonly [zh: string, en: string])[] = [
  ['建', 'jian'], ['国', 'guo'], ['明', 'ming'], ['伟', 'wei'], ['强', 'qiang'], ['军', 'jun'], ['志', 'zhi'],
  ['华', 'hua'], ['林', 'lin'], ['根', 'gen'], ['福', 'fu'], ['生', 'sheng'], ['兴', 'xing'], ['良', 'liang'],
  ['峰', 'feng'], ['俊', 'jun'], ['浩', 'hao'], ['宇', 'yu'], ['晨', 'chen'], ['轩', 'xuan'], ['泽', 'ze'],
  ['子', 'zi'], ['文', 'wen'], ['凯', 'kai'], ['涛', 'tao'], ['东', 'dong'], ['永', 'yong'], ['春', 'chun'],
  ['荣', 'rong'], ['平', 'ping'], ['成', 'cheng'], ['祥', 'xiang'], ['鹏', 'peng'], ['辰', 'chen'], ['毅', 'yi'],
  ['土', 'tu'], ['水', 'shui'], ['阿', 'a'], ['大', 'da'], ['学', 'xue'],
];

/** Signs of girls' given names with their spelling. */
export const girls: readonly (readonly [zh: string, en: string])[] = [
  ['丽', 'li'], ['芳', 'fang'], ['娟', 'juan'], ['敏', 'min'], ['静', 'jing'], ['霞', 'xia'], ['燕', 'yan'],
  ['秀', 'xiu'], ['英', 'ying'], ['珍', 'zhen'], ['红', 'hong'], ['梅', 'mei'], ['琴', 'qin'], ['玉', 'yu'],
  ['凤', 'feng'], ['兰', 'lan'], ['雪', 'xue'], ['婷', 'ting'], ['欣', 'xin'], ['怡', 'yi'], ['雨', 'yu'],
  ['涵', 'han'], ['诗', 'shi'], ['梦', 'meng'], ['晓', 'xiao'], ['云', 'yun'], ['月', 'yue'], ['巧', 'qiao'],
  ['妹', 'mei'], ['林', 'lin'], ['文', 'wen'], ['佳', 'jia'], ['慧', 'hui'], ['洁', 'jie'], ['莉', 'li'],
  ['萍', 'ping'], ['菊', 'ju'], ['桂', 'gui'], ['瑶', 'yao'], ['宁', 'ning'],
];
