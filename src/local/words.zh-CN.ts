/** 中文：本地工作区里的新手引导，和时钟栏里的下一件事。 */

export const words = {
  nextMeeting: '下次会议',
  nextMorning: (time: string) => `下个工作日 ${time}`,
  nextMorningIs: '新的一个工作日，上班前',
  ask: {
    title: '申请请假',
    text: '你是售前客服一。表单已填好最早可以请的一天：写一句事由，提交。',
    button: '打开请假表单',
  },
  approve: {
    title: '以部门经理批准',
    text: '申请在部门经理与 tiaoli 的私信里。在那里点“批准”。',
    button: '成为部门经理',
  },
  meeting: {
    title: '看会议不记缺席',
    text: (opens: string) =>
      `${opens} 的会议打开签到表：售前客服一列为请假，不用签到，截止后也不算缺席。同事会陆续来签到。`,
    nothing: '会议的签到表一打开，请假的人就列为请假，不算缺席。',
    button: '前往会议开始时',
  },
  /** 同事写的早会汇报。 */
  reports: ['处理完昨天的退款 | 跟进两个大客户 | 无', '店铺巡检完成 | 准备周末活动页面 | 还缺两张主图'],
  end: '就是这样：时间到了它提醒，人决定了它照办。输入 /help 可看全部命令。',
};
