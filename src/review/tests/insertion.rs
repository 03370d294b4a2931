//! What is put in from the buyer's words or the title reads as a sentence of a shop.

use super::{best, draft};

#[test]
fn the_name_of_the_goods_stands_before_no_person() {
    let text = draft("不粘锅炒锅家用", "黑渣都炒进菜里了，一家人吃了肚子不舒服");
    assert!(!text.contains("锅一家人"), "{text}");
    let text = draft("孕妇装连衣裙夏季", "衣服拿出来一股死鱼味");
    assert!(!text.contains("裙衣服"), "{text}");
}

#[test]
fn no_likeness_and_no_price_is_repeated() {
    let text = draft("小香风外套女", "扣子掉了两颗，线头多得像毛毛虫");
    assert!(text.contains("线头") && !text.contains("毛毛虫"), "{text}");
    let text = draft("无线鼠标静音", "左键点一下变双击，鼠标才39，邮费12");
    assert!(text.contains("双击") && !text.contains("39"), "{text}");
}

#[test]
fn what_shows_in_use_was_not_there_from_the_first() {
    for text in ["穿了三天鞋底就开胶了", "用了两个月按键断了一个", "洗了一次裤裆直接开线"]
    {
        let text = draft("男士休闲皮鞋", text);
        assert!(!text.contains("到手") && !text.contains("新买"), "{text}");
    }
}

#[test]
fn a_shout_and_a_name_in_quotation_marks_are_left_out() {
    let text = draft("Women's Running Shoes", "Ordered a 7, got two left shoes. Yes, TWO LEFT SHOES.");
    assert!(text.contains("wrong item") && !text.contains("TWO LEFT"), "{text}");
    let text = draft("Personalized Name Necklace", "They spelled the name wrong. It's 'Aisling' not 'Aising'.");
    assert!(text.contains("personal details") && !text.contains("Aisling"), "{text}");
}

#[test]
fn goods_are_named_by_what_they_are() {
    assert!(draft("阳山水蜜桃礼盒装12枚", "三个烂了").contains("水蜜桃"));
    assert!(draft("乐高兼容积木拼装玩具", "少了一包零件").contains("积木"));
    let text = draft("懒人支架床头手机", "夹子夹不住，手机老往下滑");
    assert!(text.contains("支架"), "{text}");
    assert!(draft("电动车头盔3C认证四季", "镜片第一天就刮花了，戴着晃荡").contains("头盔"));
    // A book is one by its title only.
    let text = draft("Dog Bed for Large Dogs", "Cover ripped at the seam after the first wash.");
    assert!(!text.contains("book"), "{text}");
}

#[test]
fn what_was_sent_wrong_twice_is_still_to_be_sent_right() {
    let text = draft("手工编织毛线帽女", "拍了灰色发黑色，换货换回来还是黑色，换了两次了");
    assert!(text.contains("换成您") || text.contains("验好再换"), "{text}");
    let text = draft("手工编织毛线帽女", "发错了颜色，换回来还是有问题");
    assert!(text.contains("换成您"), "{text}");
}

#[test]
fn nobody_who_was_advised_is_told_to_ask_for_advice() {
    let text = draft("高腰牛仔裤阔腿", "客服推荐M码，收到腰大了，裤长拖地");
    assert!(text.contains("推荐") && !text.contains("拿不准"), "{text}");
    let text = draft("兒童雨鞋", "訂20號來19號，小孩腳塞不進去");
    assert!(!text.contains("拿不準"), "{text}");
}

#[test]
fn one_thing_in_two_topics_is_told_once() {
    let text = draft("真丝连衣裙女", "说好的真丝，烧了一下是化纤没跑了");
    assert!(!(text.contains("材质和描述对不上") && text.contains("材质和写的对不上")), "{text}");
}

#[test]
fn a_danger_is_told_as_what_it_is() {
    let safe = |product: &str, text: &str| best(product, text).drafts.first().unwrap().text.clone();
    let text = safe("玻璃杯耐高温家用", "倒开水直接炸了");
    assert!(text.contains("碎片") && !text.contains("断电"), "{text}");
    let text = safe("充电宝20000毫安", "边充边发烫，烫得手都不敢摸");
    assert!(text.contains("别再充电"), "{text}");
    let text = safe("凯特芒果5斤", "坏了八个，箱子底都湿透了，苍蝇围着转");
    assert!(!text.contains("异物"), "{text}");
    let text = safe("燃气灶双灶", "有次没着上，煤气漏了满屋子");
    assert!(text.contains("开窗"), "{text}");
    let text = safe("Space Heater", "Plug melted into the wall outlet on night two.");
    assert!(text.contains("unplug") || text.contains("fire"), "{text}");
}

#[test]
fn a_part_of_a_word_names_no_food() {
    let text = draft("户外折叠椅便携钓鱼椅", "坐上去腿就弯了，承重300斤是按蚂蚁算的吗");
    assert!(!text.contains('鱼') || text.contains("椅"), "{text}");
    assert!(!text.contains("有虫"), "{text}");
    assert!(draft("墨盒打印机通用大容量", "打了二十张就提示没墨了").contains("墨盒"));
}

#[test]
fn what_the_goods_broke_did_not_come_broken() {
    let text = draft("挂钩无痕强力粘胶", "贴上去第二天全掉了，还砸碎了我一个杯子");
    assert!(!text.contains("到手时已经碎裂") && text.contains("您一个杯子"), "{text}");
}

#[test]
fn a_cat_is_sent_to_no_eye_doctor() {
    let text = draft("宠物猫砂豆腐猫砂", "粉尘大，猫用了两天眼睛流泪");
    assert!(!text.contains("看眼科") && text.contains("停用"), "{text}");
    assert!(draft("保湿面霜", "用了两天眼睛流泪").contains("眼科"));
}

#[test]
fn a_likeness_is_no_danger() {
    let text = draft("吸尘器家用大吸力", "吸力刚开始挺大，第三周就跟喘气似的");
    assert!(!text.contains("就医"), "{text}");
}

#[test]
fn what_only_aches_or_never_could_be_eaten_is_no_danger() {
    let text = draft("无线门铃家用", "没响过三次，外面人敲门敲得手疼我在里面啥也听不到");
    assert!(!text.contains("皮肤"), "{text}");
    let text = draft("生日蛋糕动物奶油", "订的水果夹心来的是芋泥，我对芋头过敏啊");
    assert!(!text.contains("皮肤") && text.contains("芋泥"), "{text}");
}

#[test]
fn a_near_accident_is_a_danger() {
    for (product, text) in [
        ("宠物牵引绳中大型犬", "卡扣突然弹开了，金毛冲到马路上差点被车撞"),
        ("婴儿推车轻便折叠", "刹车踩下去还能推得动，下坡差点溜走"),
    ] {
        let text = draft(product, text);
        assert!(text.contains("停用"), "{text}");
    }
}

#[test]
fn what_has_no_size_is_not_had_in_another() {
    let text = draft("民族风手提包帆布包女", "背带缝线有点松，里面没有内袋找东西不方便");
    assert!(!text.contains("规格") && !text.contains("不合适"), "{text}");
}

#[test]
fn a_word_within_another_is_no_complaint_of_its_own() {
    for (product, text, not) in [
        ("净水器家用", "接头爆了，售后让我先自己关总阀", "关机"),
        ("鸭脖卤味零食", "真空包装鼓了，到手冰袋全化成水", "到手是空包"),
        ("藏红花", "泡水一会就掉色", "淋了雨"),
        ("儿童手表电话", "定位显示在隔壁省，差点报警", "报错"),
        ("牛仔外套男", "少了一颗纽扣，口袋是假的", "正品"),
    ] {
        let text = draft(product, text);
        assert!(!text.contains(not), "{text}");
    }
}

#[test]
fn slang_and_the_phone_in_a_hand_are_no_danger() {
    let text = draft("宠物狗狗衣服冬季", "尺码表有毒吧，按表买L，套不进去");
    assert!(!text.contains("就医"), "{text}");
    let text = draft("车载手机支架", "夹子把我手机边框夹出印子了");
    assert!(!text.contains("止血"), "{text}");
    let text = draft("空调挂机", "开机滴水，空调下面的插座都湿了");
    assert!(text.contains("断电") || text.contains("停用"), "{text}");
}

#[test]
fn what_was_sent_after_is_not_promised_again() {
    let text = draft("实木书架落地", "少了一包螺丝，客服第二天就补寄了，层板边上有划痕");
    assert!(!text.contains("补寄") && !text.contains("补上"), "{text}");
}

#[test]
fn a_seam_that_bursts_is_no_fire_and_a_gift_no_danger() {
    let text = draft("瑜伽裤高腰", "裤裆车线第一次深蹲直接爆开");
    assert!(!text.contains("起火") && !text.contains("断电"), "{text}");
    let text = draft("老北京布鞋防滑", "给我爸买的，下雨天在楼道滑了一跤");
    assert!(!text.contains("买的") && text.contains("摔"), "{text}");
    let text = draft("二手iPad Air4 64G", "电池鼓得屏幕都顶起来了");
    assert!(!text.contains("二手电池"), "{text}");
}
