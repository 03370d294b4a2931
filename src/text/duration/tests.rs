use super::*;

fn left(text: &str) -> Option<i64> {
    match countdown(text, false)?.says {
        Countdown::Left(seconds) => Some(seconds),
        Countdown::Over(seconds) => Some(-seconds),
    }
}

const fn dhms(days: i64, hours: i64, minutes: i64, seconds: i64) -> Option<i64> {
    Some(days * 86_400 + hours * 3600 + minutes * 60 + seconds)
}

#[test]
fn words_with_a_cue() {
    for (text, seconds) in [
        ("还剩1天3小时22分", dhms(1, 3, 22, 0)),
        ("还剩 1天03时22分15秒", dhms(1, 3, 22, 15)),
        ("剩余23小时59分", dhms(0, 23, 59, 0)),
        ("剩余 0天 5时", dhms(0, 5, 0, 0)),
        ("1天23小时后自动退款", dhms(1, 23, 0, 0)),
        ("请在2天内处理", dhms(2, 0, 0, 0)),
        ("仅剩30分钟", dhms(0, 0, 30, 0)),
        ("不足1小时", dhms(0, 1, 0, 0)),
        ("（6天2时3分30秒未处理，系统将自动退款）", dhms(6, 2, 3, 30)),
        ("4小时36分54秒后自动同意", dhms(0, 4, 36, 54)),
        ("5天17小时52分后售后关闭", dhms(5, 17, 52, 0)),
        ("6天8小时11分后超时平台将主动发起与用户的换货协商", dhms(6, 8, 11, 0)),
        ("（4天13时36分18秒未寄出，售后将自动关闭）", dhms(4, 13, 36, 18)),
        ("9小时24分1秒后逾期", dhms(0, 9, 24, 1)),
        ("1d 3h 22m left", dhms(1, 3, 22, 0)),
        ("2 days left", dhms(2, 0, 0, 0)),
        ("23h 59m remaining", dhms(0, 23, 59, 0)),
        ("已逾期2小时", Some(-7200)),
        ("剩餘時間：１天２小時", dhms(1, 2, 0, 0)),
    ] {
        assert_eq!(left(text), seconds, "{text}");
    }
}

#[test]
fn clocks() {
    assert_eq!(left("剩余 1天 03:22:15"), dhms(1, 3, 22, 15));
    assert_eq!(countdown("47:12:08", true).unwrap().says, Countdown::Left(47 * 3600 + 12 * 60 + 8));
    assert_eq!(countdown("1天 03:22:15", true).unwrap().says, Countdown::Left(86_400 + 3 * 3600 + 22 * 60 + 15));
    assert_eq!(left("23:59:59"), None);
}

#[test]
fn no_countdown_without_a_cue() {
    for text in [
        "7天无理由退货",
        "近30天",
        "30天内",
        "5分好评",
        "描述相符4.9分",
        "2026-09-29 07:00:00",
        "付款后2小时",
        "收货后3天后追加评论",
        "3小时前",
        "(5秒)",
        "已超时",
        "处理中（平台介入，计时暂停）剩余3小时",
        "发货后48小时内发货",
        "",
        "订单编号 2938475610293847561",
    ] {
        assert_eq!(left(text), None, "{text}");
    }
    assert_eq!(countdown("2026-09-29 07:00:00", true), None);
}

#[test]
fn the_rest_does_not_tick() {
    let one = without_countdown("待处理 （6天2时3分30秒未处理，系统将自动退款）");
    assert_eq!(one, without_countdown("待处理 （6天2时3分29秒未处理，系统将自动退款）"));
    assert_eq!(one, "待处理 （未处理，系统将自动退款）");
    assert_eq!(without_countdown("7天无理由"), "7天无理由");
}
