//! Where a refund and its parcel stand, read from what the page calls it.

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The seller has to answer the application.
    Seller,
    /// The goods are on their way back or have come back; the seller has to confirm.
    SellerReceives,
    /// The buyer has to do something.
    Buyer,
    /// The seller has refused; the buyer may change the application or call the platform.
    Refused,
    /// The platform is looking at it; clocks pause.
    Platform,
    /// It is over.
    Closed,
    /// The status says nothing we know, or there is none.
    Unknown,
}

/// Where the parcel to the buyer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parcel {
    /// Not shipped.
    Unshipped,
    /// Shipped and not signed for.
    Travelling,
    /// Signed for.
    Signed,
    /// Not said.
    Unknown,
}

// All words as `pack::flat_label` leaves them: Simplified, lower case, without spaces and underscores.

const CLOSED: &[&str] = &[
    "退款成功",
    "退款完成",
    "退款失败",
    "退款关闭",
    "退款已关闭",
    "售后关闭",
    "售后已关闭",
    "售后完成",
    "售后成功",
    "售后失败",
    "换货成功",
    "换货完成",
    "补寄完成",
    "维修完成",
    "已退款",
    "已撤销",
    "已取消",
    "已关闭",
    "已完成",
    "已完结",
    "撤销/关闭",
    "交易关闭",
    "refunded",
    "closed",
    "completed",
    "cancelled",
    "canceled",
    "success",
];
const PLATFORM: &[&str] = &[
    "平台介入",
    "客服介入",
    "小二介入",
    "平台处理中",
    "平台审核",
    "仲裁",
    "举证",
    "dispute",
    "escalated",
    "intervene",
];
const REFUSED: &[&str] = &["拒绝", "驳回", "refuse", "reject"];
const RECEIVES: &[&str] = &[
    "待商家收货",
    "待商家确认收货",
    "待卖家收货",
    "待卖家确认收货",
    "待商家签收",
    "等待商家收货",
    "等待卖家收货",
    "等待卖家确认收货",
    "买家已发货",
    "买家已退货",
    "买家已寄出",
    "消费者已寄出",
    "已寄回",
    "待二次同意",
    "待收货",
    "waitsellerconfirm",
];
const BUYER: &[&str] = &["待买家", "待消费者", "等待买家", "等待消费者", "待用户", "待寄出", "待退货", "waitbuyer"];
const SELLER: &[&str] = &[
    "待商家",
    "待卖家",
    "等待商家",
    "等待卖家",
    "待处理",
    "待审核",
    "待同意",
    "待我处理",
    "申请中",
    "待您处理",
    "waitseller",
    "pending",
    "requested",
    "toprocess",
];

/// Whose turn it is, from the status on the page.
#[must_use]
pub fn turn(status: Option<&str>) -> Turn {
    let Some(status) = status else { return Turn::Unknown };
    let flat = crate::pack::flat_label(status);
    let has = |words: &[&str]| words.iter().any(|word| flat.contains(word));
    if flat.is_empty() {
        Turn::Unknown
    } else if has(PLATFORM) && !has(CLOSED) {
        Turn::Platform
    } else if has(CLOSED) {
        Turn::Closed
    } else if has(REFUSED) {
        Turn::Refused
    } else if has(RECEIVES) {
        Turn::SellerReceives
    } else if has(BUYER) {
        Turn::Buyer
    } else if has(SELLER) {
        Turn::Seller
    } else {
        Turn::Unknown
    }
}

/// Where the parcel is, from the state on the page.
#[must_use]
pub fn parcel(shipping: Option<&str>) -> Parcel {
    let Some(shipping) = shipping else {
        return Parcel::Unknown;
    };
    let flat = crate::pack::flat_label(shipping);
    let has = |words: &[&str]| words.iter().any(|word| flat.contains(word));
    if has(&["未发货", "待发货", "未揽收", "待揽收", "notshipped", "unshipped", "unfulfilled"]) {
        Parcel::Unshipped
    } else if has(&[
        "未收到",
        "未签收",
        "未收货",
        "待签收",
        "待收货",
        "运输中",
        "在途",
        "派送",
        "派件",
        "揽收",
        "已拒签",
        "拒收",
        "buyernotreceived",
        "intransit",
        "notreceived",
    ]) {
        Parcel::Travelling
    } else if has(&["已签收", "已收货", "已收到", "收到货", "签收", "buyerreceived", "delivered", "received"])
    {
        Parcel::Signed
    } else if has(&["已发货", "已寄出", "shipped"]) {
        Parcel::Travelling
    } else {
        Parcel::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_of_the_pages() {
        for (status, wanted) in [
            ("待商家处理", Turn::Seller),
            ("等待卖家同意退款协议", Turn::Seller),
            ("退货退款，待商家确认收货", Turn::SellerReceives),
            ("买家已发货，待商家处理", Turn::SellerReceives),
            ("待消费者寄出退货", Turn::Buyer),
            ("待买家处理", Turn::Buyer),
            ("商家已拒绝，待买家处理", Turn::Refused),
            ("平台介入中", Turn::Platform),
            ("退款成功", Turn::Closed),
            ("退款申请已撤销/关闭", Turn::Closed),
            ("售后关闭", Turn::Closed),
            ("退款關閉", Turn::Closed),
            ("WAIT_SELLER_AGREE", Turn::Seller),
            ("WAIT_BUYER_RETURN_GOODS", Turn::Buyer),
            ("SUCCESS", Turn::Closed),
            ("", Turn::Unknown),
            ("星期三", Turn::Unknown),
        ] {
            assert_eq!(turn(Some(status)), wanted, "{status}");
        }
        assert_eq!(turn(None), Turn::Unknown);
    }

    #[test]
    fn the_words_are_flat() {
        for word in [CLOSED, PLATFORM, REFUSED, RECEIVES, BUYER, SELLER].concat() {
            assert_eq!(crate::pack::flat_label(word), word);
        }
    }

    #[test]
    fn parcels() {
        for (shipping, wanted) in [
            ("未发货", Parcel::Unshipped),
            ("已发货，未签收", Parcel::Travelling),
            ("买家未收到货", Parcel::Travelling),
            ("运输中", Parcel::Travelling),
            ("已签收", Parcel::Signed),
            ("买家已收到货", Parcel::Signed),
            ("BUYER_NOT_RECEIVED", Parcel::Travelling),
            ("BUYER_RECEIVED", Parcel::Signed),
            ("已发货", Parcel::Travelling),
            ("顺丰", Parcel::Unknown),
        ] {
            assert_eq!(parcel(Some(shipping)), wanted, "{shipping}");
        }
    }
}
