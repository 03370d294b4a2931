import type { Platform, Service, Shipping, Stage } from "./record";

interface Words {
  readonly service: Readonly<Record<Service, string>>;
  readonly shipping: Readonly<Record<Shipping, string>>;
  status(stage: Stage, service: Service): string;
}

const stages = (review: string, shipBack: string, receive: string, done: string, closed: string) =>
  (stage: Stage): string => ({ review, ship_back: shipBack, receive, done, closed })[stage];

/** How each back office spells service, shipping and state (facts: public field lists and texts of the platforms). */
export const WORDS: Readonly<Record<Platform, Words>> = {
  taobao: {
    service: { refund_only: "仅退款", return_refund: "退货退款", exchange: "换货", resend: "补寄", repair: "维修" },
    shipping: { none: "未发货", moving: "买家未收到货", signed: "买家已收到货" },
    status: stages("待商家处理", "待买家退货", "待商家收货", "退款成功", "退款关闭"),
  },
  douyin: {
    service: { refund_only: "仅退款", return_refund: "退货退款", exchange: "换货", resend: "补寄", repair: "维修" },
    shipping: { none: "未发货", moving: "1/1已发货", signed: "已签收" },
    status: stages("待商家处理", "待买家退货", "待商家收货", "同意退款，退款成功", "售后关闭"),
  },
  pinduoduo: {
    service: { refund_only: "仅退款", return_refund: "退货退款", exchange: "换货", resend: "补寄", repair: "维修" },
    shipping: { none: "未发货", moving: "已发货，未签收", signed: "已发货，已签收" },
    status: (stage, service) => ({
      review: "待商家处理",
      ship_back: "待消费者寄出退货",
      receive: service === "return_refund" ? "退货退款，待商家确认收货" : "买家已发货，待商家处理",
      done: service === "exchange" ? "完成换货" : "退款成功",
      closed: "退款申请已撤销",
    })[stage],
  },
  jd: {
    service: { refund_only: "退款", return_refund: "退货", exchange: "换货", resend: "补发", repair: "维修" },
    shipping: { none: "未发货", moving: "运输中", signed: "已签收" },
    status: stages("待审核", "待客户发货", "待收货", "已完成", "已取消"),
  },
};
