//! Words that no shop repeats from a review: insults, feelings, threats and demands, praise, what the page claims, talk of the buyer and of other
//! shops. A clause that holds one is told in the shop's own words or not at all.

/// In both Chinese scripts, parted by white space.
const CHINESE: &str = "
写的 寫的 标的 標的 烦 煩 还敢 還敢 敢说 祖宗 要死 要命 咋 啥 贼 吓人
嚇人 颜值 顏值 怀疑人生 跟没 睡醒 套了个 天花乱坠 挺 蛮 蠻 郁闷 鬱悶 无语
無語 醉了 心累 心塞 心疼 生气 生氣 火大 窝火 崩溃 抓狂 笑死 绝了 絕了 够了
受够 好意思 有脸 有臉 良心 敷衍 忽悠 活该 不值 再也 不会再 不會再 提醒 大家
谁 誰 何必 算了 唉 哎 真是 投诉 投訴 举报 檢舉 工商 起诉 律师 曝光 踩雷
翻车 学费 學費 倒霉 倒楣 晦气 奇葩 离谱 離譜 没谁 退钱 退錢 退款 退货 退貨
赔 賠 要求 一星 两星 打分 给分 凑合 将就 没法说 不说了 懒得 活久见 笑话
搞笑 佩服 拉黑 取关 吐槽 上当 上當 浪费 浪費 垃圾 骗 坑 差评 傻 滚 气死
该死 去死 妈 屎 恶心 无良 黑心 假货 操 逼 智商 什么玩意 破玩意 破店 后悔
失望 服了 丢脸 丢人 避雷 别买 白瞎 差不多 就这 就這 呵呵 差点 差點 等不及
不敢 能不能 送人 说好 說好 上次 别人 別人 客服 闹着玩 旗舰店 这家 那家 店家
卖家 商家 老板 主播 亲 騙 差評 爛貨 賣家 老闆 後悔 丟臉 我 你 您 咱 好看
喜欢 喜歡 挺好 很好 不错 不錯 满意 倒是 谢 券 红包 紅包 返现 返現 好评
好評
";

/// In English, in small letters.
const ENGLISH: &[&str] = &[
    "never again",
    "waste",
    "joke",
    "ridiculous",
    "awful",
    "horrible",
    "worst",
    "avoid",
    "refund",
    "angry",
    "annoy",
    "worth",
    " star",
    "report",
    "shame",
    "coupon",
    "voucher",
    "gift card",
    "scam",
    "shit",
    "crap",
    "fuck",
    "sucks",
    "garbage",
    "terrible",
    "seller",
    "disappoint",
    "love",
    "nice",
];

/// Does the clause, in small letters, hold such a word?
#[must_use]
pub fn is_unfit(clause: &str) -> bool {
    CHINESE.split_whitespace().chain(ENGLISH.iter().copied()).any(|word| clause.contains(word))
}

#[cfg(test)]
mod tests {
    use super::is_unfit;

    #[test]
    fn what_is_wrong_may_be_repeated_and_feelings_may_not() {
        for clause in ["拉链坏了", "底座有点漏水", "一擦就破", "the lid leaks"] {
            assert!(!is_unfit(clause), "{clause}");
        }
        for clause in ["烦死了", "不值这个价", "提醒大家", "必须给我退款", "還好意思賣", "what a waste of money"]
        {
            assert!(is_unfit(clause), "{clause}");
        }
    }
}
