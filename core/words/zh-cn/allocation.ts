export const allocation = {
  "command-allocate-orders": "分配订单",
  "help-allocate-orders":
    "产品不够分时，按优先级把可供数量分给未交订单，同一优先级内按比例均分或按交期先后；先预览，再写入订单表的分配数量；不填产品即所有订单不够分的产品",
  "allocation-no-orders": "工作簿中没有订单表，无从分配。",
  "allocation-product-unknown": "没有产品「{product}」，请核对编码。",
  "allocation-period-unknown": "期间「{period}」不在产销平衡的期间内；可写作 2026-W48 或 2026-12。",
  "allocation-shared": "{product} 到 {period} 末可供 {available}，{n} 笔订单要 {asked}：分出 {given}，缺 {short}。",
  "allocation-shared-left":
    "{product} 到 {period} 末可供 {available}，{n} 笔订单要 {asked}：分出 {given}，缺 {short}；余 {left} 不足一批，可改按单件分配。",
  "allocation-enough": "{product} 到 {period} 末可供 {available}，{n} 笔订单要 {asked}，够分，无需分配。",
  "allocation-none": "没有订单不够分的产品，无需分配。",
  "allocation-unasked": "{product} 没有到期的未交订单，无需分配。",
  "allocation-cleared": "{n} 笔订单已不缺货或已交完，原分配数量已清除。",
  "allocation-share": "{order}：要 {asked}，分 {given}，缺 {short}（优先级 {tier}，该级按 {rate}% 均分）",
  "allocation-due": "{order}：要 {asked}，分 {given}，缺 {short}（优先级 {tier}，交期 {due}，先到先得）",
  "allocation-used-up": "{order}：要 {asked}，分 0，缺 {short}（优先级 {tier}，此时已无可分）",
  "allocation-full": "{order}：要 {asked}，足额（优先级 {tier}）",
  "allocation-settled": "{order}：要 {asked}，分 {given}，缺 {short}（手工填写，保留）",
  "allocation-over": "{product}：手工填写的分配数量共 {given}，超过到 {period} 末可供的 {available}，请调整。",
  "allocation-more": "另有 {n} 笔订单，见下列单元格。",
  "allocation-moved": "订单表的行有变动：{n} 笔分配数量已移到各自订单所在的行。",
  "allocation-lost": "{n} 笔已分配的订单不在订单表中了，其分配数量已清除；需要时请重新分配。",
} as const;
