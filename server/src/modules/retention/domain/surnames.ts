/** Surnames by which a name is recognised: the hundred and some that most people bear, and the double ones. */
export const surnames: ReadonlySet<string> = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙段郝孔邵史毛常万顾赖武康贺严钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳费蒙司苟谌闻'.split(
    '',
  ),
);

export const doubleSurnames: readonly string[] = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
  '端木',
  '南宫',
];

/** Words that begin like a name, after words such as 诉求人 or 老人 as well. */
export const ordinary: ReadonlySet<string> = new Set(
  '时限 时间 时常 于是 于今 方面 方便 常年 常常 向来 向上 白天 白色 安装 安全 安排 高新 高层 高空 高龄 马上 马路 江边 金额 金色 应该 路边 路面 路口 车主 车位 车辆 连续 连夜 单独 单元 成立 关于 关心 关门 温度 万一 毛病 解决 解释 施工 经常 明天 全部 康复 段时 钱款 黄土 石子 管道 管理 路灯 付款 付费 查看 查询 古树 平时 尚未 包括 司机 党员 费用 程序 任何 任意 游客 顾客 顾虑 项目 习惯 祝愿 乔迁 水管 别人 景观 国家 支付 强烈 冷水 单位 左右 左边 左侧 东边 西边 南边 北边 文明 文件 洪水 严重 武装 汤水 牛奶 童车 阳台 阳光 商铺 权益 庄稼 章程 江水 河边 花坛 计划 焦急 危险 贺卡 骆驼 池塘 田地 杜绝 叶子 余下 何时 何处 吕梁 施救 孔洞 曹家 邵家 龙头 龙卷'.split(
    ' ',
  ),
);
