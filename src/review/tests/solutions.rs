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

#[test]
fn what_was_made_to_order_is_made_again() {
    let text = draft("遮光窗帘定制", "报的高度两米六，寄来只有两米四，挂上离地一大截");
    assert!(text.contains("重做") && !text.contains("大一"), "{text}");
    let text = draft("遮光窗帘", "挂上离地一大截，短了");
    assert!(!text.contains("重做"), "{text}");
}

#[test]
fn who_installs_badly_comes_again() {
    let text = draft("壁挂空调", "空调还行，师傅打孔打歪了，走的时候一地灰也不扫");
    assert!(
        text.contains("师傅打孔打歪了")
            && text.contains("重新上门")
            && !text.contains("换新")
            && !text.contains("空调走的时候"),
        "{text}"
    );
    let text = draft("壁挂空调", "师傅装得又快又干净，就是噪音大");
    assert!(!text.contains("装妥当"), "{text}");
}

#[test]
fn flowers_that_came_late_and_black_are_not_hurried_on() {
    let text = draft("鲜花 红玫瑰33朵", "520订的花，21号才送到，花瓣边都黑了");
    assert!(text.contains("花到手不新鲜") && text.contains("补发一束") && !text.contains('催'), "{text}");
    assert!(!draft("鲜花 红玫瑰33朵", "花很新鲜，就是贺卡没写").contains("不新鲜"));
}

#[test]
fn what_falls_on_a_foot_does_not_cut_it() {
    let text = draft("车载手机支架", "吸盘一热就掉，开着车手机砸脚上");
    assert!(text.contains("停") || text.contains("别再使用"), "{text}");
    assert!(!text.contains("锋利") && !text.contains("止血"), "{text}");
}

#[test]
fn what_nobody_knows_is_not_repaired() {
    let text = draft("竹蜻蜓套件", "擦也擦不干净");
    assert!(!text.contains("检测"), "{text}");
}

#[test]
fn odd_pairs_are_no_lesson_in_sizes() {
    let text = draft("老北京布鞋", "左脚大右脚小");
    assert!(!text.contains("拿不准"), "{text}");
    assert!(draft("半身裙", "腰太紧了").contains("拿不准"));
}

#[test]
fn a_button_settles_no_leak_and_one_size_no_pair() {
    let text = draft("成人雨衣", "骑车淋了二十分钟里面全湿，扣子扣一次崩一个");
    assert!(!text.contains("补寄扣子"), "{text}");
    assert!(draft("成人雨衣", "扣子扣一次崩一个").contains("补寄扣子"));
    let text = draft("结婚对戒", "男戒指太小套不进，女戒指太大直掉");
    assert!(!text.contains("换大") && !text.contains("换小"), "{text}");
}

#[test]
fn what_is_not_worn_has_no_size_up_and_a_measured_dress_is_made_again() {
    let text = draft("防盗门锁芯", "锁匠看了说尺寸短5毫米，根本套不进");
    assert!(text.contains("锁芯") && !text.contains("换大"), "{text}");
    let text = draft("旗袍 改良", "量体尺寸报了三遍，还是做肥了一圈");
    assert!(text.contains("重做"), "{text}");
    let text = draft("相框 定制照片", "打出来全是马赛克，人脸绿油油的，纪念日全毁了");
    assert!(text.contains("印得不清楚") && text.contains("重做") && !text.contains("全毁"), "{text}");
}
