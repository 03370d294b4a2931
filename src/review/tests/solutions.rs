//! What a draft offers suits the goods.

use super::draft;

#[test]
fn only_devices_are_repaired() {
    for (goods, text) in [("中性笔", "二十支里有七支不出墨"), ("拼图", "卡扣噪音大，一动就响")]
    {
        let draft = draft(goods, text);
        assert!(!draft.contains("检测") && !draft.contains("维修") && draft.contains("换新"), "{draft}");
    }
    let device = draft("吸尘器", "噪音太大，嗡嗡响");
    assert!(device.contains("检测"), "{device}");
}

#[test]
fn only_what_is_worn_has_another_size() {
    let shelf = draft("收纳箱", "太小了，比写的窄一截");
    assert!(!shelf.contains('码'), "{shelf}");
    let skirt = draft("半身裙", "腰太紧了");
    assert!(skirt.contains("换大一码"), "{skirt}");
}

#[test]
fn nobody_exchanges_what_is_eaten() {
    let draft = draft("红富士苹果", "个头太小了");
    assert!(draft.contains("退款") && !draft.contains('换'), "{draft}");
}

#[test]
fn nobody_eats_a_fan() {
    let fan = draft("空气净化器", "滤芯是拆封的，里面有头发");
    assert!(!fan.contains("食用") && !fan.contains("吞"), "{fan}");
    let biscuit = draft("曲奇饼干", "吃到一半里面有头发");
    assert!(biscuit.contains("食用"), "{biscuit}");
}

#[test]
fn the_danger_is_told_before_the_rest() {
    let bike = draft("儿童自行车", "坐垫歪了，刹车捏不住，下坡差点撞墙");
    let (brake, seat) = (bike.find("刹车捏不住"), bike.find('歪'));
    assert!(brake.is_some() && brake < seat, "{bike}");
}
