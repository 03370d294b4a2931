use super::*;
use crate::text::moment::SHANGHAI;

#[test]
fn short_words() {
    assert_eq!(
        (action("回复"), action(" 修改回复 "), action("举报")),
        (Some(Action::Reply), Some(Action::Answered), Some(Action::Other))
    );
    assert_eq!((action("Reply"), action("回复太慢了")), (Some(Action::Reply), None));
    assert_eq!((state("未回复"), state("已解釋"), state("回复了也没用")), (Some(false), None, None));
    assert_eq!((mood("差评"), mood("好評"), mood("差评!必须差评")), (Some(Mood::Bad), Some(Mood::Good), None));
    assert!(is_default("此用户没有填写评价。") && is_default("系统默认好评") && !is_default("没有默认好评"));
}

#[test]
fn until_when() {
    let clock = Clock { now: Moment::parse("2026-11-20 10:00:00", SHANGHAI).ok(), zone: SHANGHAI };
    let by = |text: &str, column| reply_by(text, column, clock).map(|moment| moment.to_rfc3339());
    assert_eq!(by("剩余12天可回复", false).as_deref(), Some("2026-12-02T10:00:00+08:00"));
    assert_eq!(by("2026-12-01 09:00:00 前可回复", false).as_deref(), Some("2026-12-01T09:00:00+08:00"));
    assert_eq!(by("剩3天2小时", true).as_deref(), Some("2026-11-23T12:00:00+08:00"));
    assert_eq!(by("客服三天没回复", false), None);
    assert_eq!(by("回复于 2026-11-19 10:00:00", false), None);
}
