//! Danger is answered as such, and nothing else is.

use super::*;

#[test]
fn danger_has_its_own_rule() {
    for (text, stop) in [
        ("插上就冒烟了", "断电"),
        ("用完脸又红又肿", "停用"),
        ("饼干里吃出一根铁丝", "停止食用"),
        ("孩子手指被划破流血", "停用"),
        ("吃完全家拉肚子", "别再吃"),
    ] {
        let answer = sound(&ReviewInput::new(Platform::Douyin, text));
        assert!(answer.safety && kinds(&answer).contains(&"safety"), "{text}");
        for draft in &answer.drafts {
            assert!(draft.text.contains(stop), "{text}: {}", draft.text);
            assert!(draft.variant.starts_with("safety"));
        }
    }
    for text in ["不漏电，很安全，就是颜色偏暗", "没过敏，就是味道太冲", "价格太感人，一般"]
    {
        assert!(!of(Platform::Douyin, text).safety, "{text}");
    }
}

#[test]
fn a_hazard_needs_a_word_of_harm() {
    let bottle = of(Platform::Amazon, "Lid leaks whenever it's tipped over and the paint chipped after a week.");
    assert!(!bottle.safety);
    assert!(of(Platform::Taobao, "戴两天就掉色了，还把耳朵弄发炎了").safety);
    let cat = best("猫粮", "猫吃了三天拉稀");
    assert!(cat.safety && cat.drafts.iter().all(|draft| draft.text.contains("停喂")), "{:?}", cat.drafts);
}

#[test]
fn a_danger_is_answered_as_what_it_came_from() {
    for text in ["喝了半个月，反而心慌睡不着", "喝完头晕"] {
        let text = draft("减肥咖啡", text);
        assert!(text.contains("别再吃") && !text.contains("通风"), "{text}");
    }
    let text = draft("狗粮", "狗狗吃了拉稀三天");
    assert!(text.contains("停喂") && !text.contains("人的安全"), "{text}");
}

#[test]
fn a_danger_stands_first_and_the_rest_is_not_dropped() {
    let text = draft("补水面膜", "敷完脸上起红疹，精华液特别少");
    let (stop, rest) = (text.find("停用").unwrap(), text.find("量偏少").unwrap());
    assert!(stop < rest, "{text}");
    let text = draft("Hair Dryer", "It smells like burning plastic. The cord fell off.");
    assert!(text.contains("stop using") && text.contains("the cord fell off"), "{text}");
    // Nobody fell, nobody was burned: it is not said.
    let text = draft("儿童床", "护栏一靠就松，孩子差点翻下来");
    assert!(text.contains("停用") && !text.contains("摔着"), "{text}");
    let text = draft("移动电源", "烫到不敢摸");
    assert!(!text.contains("烫到人"), "{text}");
    // A brake that fails is a danger before anybody is hurt; a fountain is not fed to a cat; soap that lathers little harms no skin.
    assert!(best("儿童滑板车", "刹车踩了没反应").safety);
    let text = draft("Cat Water Fountain", "The filter was moldy and my cat got sick.");
    assert!(text.contains("stop using") && !text.contains("feeding"), "{text}");
    assert!(!best("手工皂", "起泡很少，断成两半").safety);
    // What scratches the floor hurts nobody.
    assert!(!best("电脑椅", "扶手松动，轮子刮伤地板").safety);
    // Without a danger of the packs the buyer's own words name it.
    assert!(draft("东北大米", "米里有虫！还是活的").contains("米里有虫"));
    assert!(!best("手冲咖啡豆", "酸涩，包装袋还漏气").safety);
}

#[test]
fn every_danger_leaves_three_drafts_in_every_script() {
    #[derive(serde::Deserialize)]
    struct Example {
        fires: String,
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/dangers");
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let example: Example = toml::from_str(&text).unwrap();
        for script in [Script::Hans, Script::Hant, Script::En] {
            let mut input = ReviewInput::new(Platform::Amazon, &example.fires);
            input.script = Some(script);
            sound(&input);
        }
    }
    sound(&ReviewInput::new(Platform::Amazon, "My lab ripped it apart and swallowed a chunk of it."));
    sound(&ReviewInput::new(Platform::Taobao, "宝宝餐椅餐盘卡不住，装的时候发现少一个安全扣"));
}

#[test]
fn what_happened_goes_before_what_might_have() {
    let text = draft("儿童滑板车", "孩子骑着刹车突然失灵，下坡摔了一跤");
    let (fell, brake) = (text.find("摔着"), text.find("刹车突然失灵"));
    assert!(fell.is_some() && fell < brake, "{text}");
    let text = draft("浴室地垫", "踩上去水汪汪，滑得我妈差点摔一跤");
    assert!(text.contains("滑得您家人差点摔一跤") && text.contains("停用"), "{text}");
    // Without a danger of the packs the clause that tells of harm names it.
    let text = draft("电动牙刷", "刷头掉毛，震得牙龈发麻");
    assert!(text.contains("抱歉，震得牙龈发麻") || text.contains("震得牙龈发麻，抱歉"), "{text}");
}

#[test]
fn a_pet_that_falls_ill_is_told_of_as_a_pet() {
    let text = draft("猫主粮冻干", "换这粮第二天猫开始软便带血");
    assert!(text.contains("停喂") && !text.contains("家里人"), "{text}");
    let text = draft("冷水柿子9斤", "有两个磕破流汤");
    assert!(!text.contains("摔着"), "{text}");
    // A floor that swells under a leak endangers nobody.
    let text = draft("嵌入式冰箱", "门缝往外渗凝水，地板泡得鼓起来");
    assert!(!text.contains("停用") && text.contains("地板"), "{text}");
}

#[test]
fn an_aching_back_is_no_rash_and_a_blister_no_cut() {
    for (goods, text) in
        [("人体工学椅", "坐久了腰托顶得疼"), ("高帮马丁靴", "鞋头太窄挤得脚趾疼"), ("休闲皮鞋", "走半天磨出血泡")]
    {
        let answer = best(goods, text);
        assert!(!answer.safety, "{text}: {}", answer.drafts[0].text);
    }
    assert!(best("收纳箱", "边缘锋利，把手割出血了").safety);
    let text = draft("空气炸锅", "第一次用一股塑料糊味");
    assert!(text.contains("断电停用") && !text.contains("起火"), "{text}");
}

#[test]
fn the_hospital_compared_with_is_no_harm() {
    let answer = best("血糖仪", "同一滴血测三次三个数，跟医院差了两个点");
    assert!(!answer.safety && answer.drafts[0].text.contains("测三次三个数"), "{}", answer.drafts[0].text);
    assert!(best("宝宝餐椅", "卡扣松了孩子摔下来，送医院缝了三针").safety);
}

#[test]
fn dandruff_that_stays_is_no_rash() {
    let answer = best("洗发水 控油", "洗完当天下午就油，头皮屑比以前还多");
    assert!(!answer.safety && answer.drafts[0].text.contains("控油去屑没见效"), "{}", answer.drafts[0].text);
    assert!(best("洗发水 控油", "用完头皮又红又痒，起了一片疹子").safety);
}

#[test]
fn harm_to_eyes_and_teeth_is_a_danger() {
    for (goods, text) in [("隐形眼镜 日抛", "戴上磨得眼睛直流泪"), ("鸡爪 脱骨", "嗑着一块骨头把我牙崩了一小块")]
    {
        let answer = best(goods, text);
        assert!(answer.safety && !answer.drafts[0].text.contains("异物"), "{}", answer.drafts[0].text);
    }
    assert!(!best("鸡爪 脱骨", "骨头没脱干净，塞牙").safety);
    let text = draft("护眼台灯", "说护眼结果闪得我头痛");
    assert!(!text.contains("说护眼"), "{text}");
}

#[test]
fn a_neck_that_aches_from_a_pillow_is_no_rash() {
    let text = draft("记忆棉护颈枕", "枕了一周脖子更疼了，味道晾三天还有");
    assert!(!text.contains("皮肤") && !text.contains("停用"), "{text}");
    let text = draft("保湿面霜", "擦了脖子又红又痒");
    assert!(text.contains("停用"), "{text}");
}

#[test]
fn a_stove_that_is_hard_to_light_is_no_fire() {
    let text = draft("燃气灶", "打火要打十几下，面板边上还翘起来一角");
    assert!(!text.contains("起火"), "{text}");
    assert!(best("插线板", "一插就打火，插孔都黑了").safety);
}
