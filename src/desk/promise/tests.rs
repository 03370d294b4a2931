use super::*;

/// 2025-11-21 15:00 in Shanghai.
const NOW: f64 = 1_763_708_400_000.0;

/// In how many minutes; `None` where nothing is promised.
fn minutes(text: &str) -> Option<i64> {
    promised(text, NOW, 480).map(|at| at.saturating_sub(whole(NOW)) / MINUTE)
}

#[test]
fn spans_and_days_that_are_promised() {
    for (text, expected) in [
        ("我们会在24小时内处理好。", 24 * 60),
        ("亲，４８小时之内给您退款", 48 * 60),
        ("两天内补发", 2 * 24 * 60),
        ("3个工作日内退款到账", 3 * 24 * 60),
        ("我們會在兩天內聯絡您", 2 * 24 * 60),
        ("30分钟内给您答复", 30),
        ("明天给您答复", 27 * 60),
        ("明天上午12点前联系您", 21 * 60),
        ("明天下午3点前给您答复", 24 * 60),
        ("今晚8点半前处理", 5 * 60 + 30),
        ("後天給您回覆", 51 * 60),
        ("We will get back to you within 48 hours.", 48 * 60),
        ("We will refund you tomorrow", 27 * 60),
        ("A colleague replies in 2 business days.", 2 * 24 * 60),
        ("已为您登记，24小时内，专员会联系您。", 24 * 60),
        ("三天内退款，明天先给您答复。", 27 * 60),
    ] {
        assert_eq!(minutes(text), Some(expected), "{text}");
    }
}

#[test]
fn times_that_promise_nothing() {
    for text in [
        "本店支持7天无理由退货。",
        "请您在24小时内上传照片，方便我们处理。",
        "您可在7天内申请退款。",
        "我们收到退货后48小时内退款。",
        "签收后15天内有问题都可以联系我们。",
        "24小时内未处理，系统会自动退款。",
        "平台会在3天内处理。",
        "客服24小时在线，随时联系。",
        "保修30天，有问题给您换货。",
        "今天天气很好。",
        "感谢您的反馈，我们会尽快处理。",
        "订单2024小时内处理",
        "Please reply within 48 hours.",
        "You can return it within 30 days for a refund.",
        "Once we receive it we will refund you within 2 days.",
        "We refund within 2 days after the parcel has arrived.",
        "We will look into it in detail and send an update.",
        "我们365天内处理",
    ] {
        assert_eq!(minutes(text), None, "{text}");
    }
}

#[test]
fn a_day_that_is_nearly_over_is_promised_until_midnight() {
    let late = NOW + 5.0 * 3_600_000.0; // 20:00
    let at = promised("今天处理好", late, 480).unwrap();
    assert_eq!((at - whole(late)) / MINUTE, 3 * 60 + 59);
}
