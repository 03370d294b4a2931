//! What the buyer likens the goods to is not repeated by a shop: "线头多得像毛毛虫" is told as "线头多".

use super::{says, telling};

/// A head of so many letters tells something.
const WHOLE: usize = 3;

/// The clause without what the goods are likened to; `None` where the likeness is all it says.
#[must_use]
pub fn unlikened(clause: &str) -> Option<String> {
    let lists = telling();
    let head = lists.likened.iter().filter_map(|like| clause.find(like)).min().and_then(|place| clause.get(..place));
    if let Some(head) = head {
        let goes_on = head.ends_with(|last| lists.likened_not.contains(last));
        return (head.chars().count() >= WHOLE && !goes_on).then(|| head.to_owned());
    }
    // "跟图片不一样" compares, "跟抹布似的" mocks.
    let compared = says(clause, &lists.unlike);
    (compared || !says(clause, &lists.likeness)).then(|| clause.to_owned())
}

/// "鼠标才39": a price by itself is no fault.
#[must_use]
pub fn is_mere_price(clause: &str) -> bool {
    let lists = telling();
    let digits = clause.trim_end_matches(|letter| lists.money.contains(letter));
    let head = digits.trim_end_matches(|letter: char| letter.is_ascii_digit() || lists.amounts.contains(letter));
    let paid = lists.paid.iter().any(|word| head.ends_with(word));
    head.len() < digits.len() && (paid || digits.len() < clause.len())
}

/// Does the clause begin with somebody, or a part of the body, before which the goods cannot stand ("一家人吃了肚子不舒服")?
#[must_use]
pub fn begins_with_somebody(clause: &str) -> bool {
    telling().somebody.iter().any(|word| clause.starts_with(word))
}

/// "TWO LEFT SHOES": a shop does not shout back.
#[must_use]
pub fn is_shouted(text: &str) -> bool {
    let count = |of: fn(&char) -> bool| text.chars().filter(of).count();
    count(char::is_ascii_uppercase) > count(char::is_ascii_lowercase).saturating_add(5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_goods_are_likened_to_is_left_out() {
        assert_eq!(unlikened("线头多得像毛毛虫").as_deref(), Some("线头多"));
        assert_eq!(unlikened("跟图片不一样").as_deref(), Some("跟图片不一样"));
        assert_eq!(unlikened("底座有点漏水").as_deref(), Some("底座有点漏水"));
        for clause in ["臭得像厕所", "领子勒得像绳子", "剩一盏在那闪电一样", "拆开跟泥巴似的"]
        {
            assert_eq!(unlikened(clause), None, "{clause}");
        }
    }

    #[test]
    fn a_price_is_told_from_a_count() {
        assert!(is_mere_price("鼠标才39") && is_mere_price("邮费要12块"));
        assert!(is_mere_price("运费三十塊錢"));
        assert!(is_mere_price("换新的才一千二") && !is_mere_price("收到才两个坏了"));
        assert!(!is_mere_price("五个里只有3个是好的") && !is_mere_price("报错E4"));
    }

    #[test]
    fn somebody_is_told_from_the_goods() {
        assert!(begins_with_somebody("一家人吃了肚子不舒服") && begins_with_somebody("孩子拼到一半拼不下去"));
        assert!(!begins_with_somebody("手柄断了") && !begins_with_somebody("脚垫掉了"));
    }
}
