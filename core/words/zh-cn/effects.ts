export const effects = {
  "command-expect-changes": "登记预期变动",
  "help-expect-changes": "写明一项决议预期让哪个产品、哪个期间的计划、预测或订单增减多少；散会前可核对合计效果，下次会议据此复核",
  "changes-expected": "决议 {no}：已登记 {n} 项预期变动。",
  "changes-known": "决议 {no} 的预期变动都已登记，没有新内容。",
  "no-changes-given": "请至少给出一项预期变动：产品、期间、增减数量。",
  "change-of-nothing": "「{product}」{period} 的增减数量为 0，请填写正数或负数。",
  "change-product-unknown": "产品表中没有「{product}」，请核对编码。",
} as const;
