use super::Field::{self, *};

#[test]
fn words_of_review_pages() {
    for (label, expected) in [
        ("评价内容", Content),
        ("評價內容", Content),
        ("买家评论", Content),
        ("Customer review", Content),
        ("评价时间", ReviewedAt),
        ("評論時間", ReviewedAt),
        ("Review date", ReviewedAt),
        ("追评", Added),
        ("商品评分", Stars),
        ("评价星级（1-5）", Stars),
        ("物流评分", Other),
        ("快递服务评分", Other),
        ("商家回复", Reply),
        ("卖家回复内容：", Reply),
        ("回复状态", State),
        ("回复剩余时间", Window),
        ("订单编号", OrderId),
        ("评价ID", ReviewId),
        ("宝贝标题", Product),
        ("评价商品", Product),
        ("操作", Operation),
        ("评价人", Buyer),
        ("评价内容/图片", Content),
        ("星级/评价时间", Stars),
    ] {
        assert_eq!(Field::of(label), Some(expected), "{label}");
    }
    for label in ["", "退款原因", "质量太差了", "库存", "2026-11-20", "好评率"] {
        assert_eq!(Field::of(label), None, "{label}");
    }
}
