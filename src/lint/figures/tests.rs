use super::*;
use crate::lint::view::View;

fn amounts(text: &str) -> Vec<u64> {
    money(&View::of(text).signs.chars).into_iter().map(|money| money.hundredths).collect()
}

#[test]
fn one_amount_in_many_forms() {
    for text in ["59元", "59.00 元", "五十九元", "¥59", "￥５９", "退59块", "五十九块钱", "RMB 59", "伍拾玖圆", "5⃣9⃣元"]
    {
        assert_eq!(amounts(text), [5900], "{text}");
    }
    assert_eq!(amounts("$15 gift card, 3 dollars"), [1500, 300]);
    assert_eq!(amounts("赔一千二百零五元，1,234.5元，1.2万元"), [120_500, 123_450, 1_200_000]);
    assert_eq!(amounts("9块9，十二块五毛"), [990, 1250]);
    assert_eq!(amounts("壹佰元三十元"), [10_000, 3000]);
}

#[test]
fn shares_of_a_hundred() {
    let shares = |text: &str| -> Vec<u64> {
        shares(&View::of(text).signs.chars).into_iter().map(|share| share.hundredths).collect()
    };
    assert_eq!(shares("95%棉，缩水约３％，百分之二"), [9500, 300, 200]);
    assert_eq!(shares("100%棉，3成，%NAME%，第3页"), [0_u64; 0]);
}

#[test]
fn what_is_no_amount() {
    for text in ["缺一块，", "一块黄渍", "三块蛋糕", "3单元", "元旦", "第一块", "2号仓", "24小时", "两元件", "一刀切开"]
    {
        assert_eq!(amounts(text), Vec::<u64>::new(), "{text}");
    }
}
