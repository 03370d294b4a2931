/** The figures of the score pages, as each platform writes them. All of them are made up. */

export const TAOBAO = {
  dsr: [
    { label: "描述相符", value: "4.81", change: "0.01", peers: "12.3%" },
    { label: "服务态度", value: "4.7", change: "0.02", peers: "8.10%" },
    { label: "物流服务", value: "4.76", change: "0.00", peers: "3%" },
  ],
  described: "2,345",
  served: "1.2万+",
  quality: { peers: "0.31%", own: "0.0567%" },
  intervention: "0.02",
  experience: "4.66",
} as const;

export const DOUYIN = {
  experience: 95,
  rating: 4.783,
  stars: [["5星", 880], ["4星", 60], ["3星", 35], ["2星", 13], ["1星", 12]],
  quality: 0.26,
  change: "0.02%",
  logistics: 0.026,
} as const;

export const PINDUODUO = {
  disputes: "4",
  disputeRate: "0.22",
  interventions: "264",
  interventionRate: "14.84",
  refunds: "31",
  experience: "1.8",
} as const;

export const JD = {
  index: 94.36,
  rating: "4.6分",
  raters: "860",
  rates: [
    { name: "商品品质退货率", peers: "0.50%", own: "0.42%", change: "0.03%" },
    { name: "平台介入率", peers: "0.90%", own: "0.80%", change: "0.01%" },
  ],
} as const;
