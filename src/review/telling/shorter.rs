//! A clause made to stand by itself, and one too long to be told made shorter.

use super::{is_unfit, telling};

/// A link stands within so many letters of the start.
const NEAR: usize = 4;
/// So many letters tell something.
const WHOLE: usize = 4;

/// Without the word that links it to what stood before, for the clause that is told first: "蛋糕还歪了" is "蛋糕歪了".
#[must_use]
pub fn alone(quote: &str) -> String {
    let lists = &telling().clause;
    let letters: Vec<char> = quote.chars().collect();
    let links = |place: &usize| {
        let (Some(letter), Some(next)) = (letters.get(*place), letters.get(place.saturating_add(1))) else {
            return false;
        };
        let links = lists.still.contains(*letter) && !lists.still_not.contains(*next)
            || lists.also.contains(*letter) && !lists.also_not.contains(*next);
        // "洗了还掉色" still does, "一点也不暖" is one thought.
        let bound = letters.iter().take(*place).any(|before| lists.kept_after.contains(*before));
        links && !bound
    };
    let place = (0..=NEAR).find(links);
    letters.iter().enumerate().filter(|(at, _)| Some(*at) != place).map(|(_, letter)| *letter).collect()
}

/// What happened, without the circumstances before it, of a clause of more than `most` letters: "一条鱼就把竿子第三节崩断了" is
/// "竿子第三节崩断了". `None` where nothing fits.
#[must_use]
pub fn shortened(clause: &str, most: usize) -> Option<String> {
    let lists = &telling().clause;
    let fits = |rest: &str| {
        let told =
            (WHOLE..=most).contains(&rest.chars().count()) && rest.chars().any(|letter| lists.marks.contains(letter));
        told && !is_unfit(rest)
    };
    let linked = |rest: &str| {
        let rest = lists.joins_on.iter().find_map(|join| rest.strip_prefix(join)).unwrap_or(rest);
        rest.to_owned()
    };
    let gripped = clause.match_indices('把').find_map(|(place, grip)| {
        let rest = clause.get(place.saturating_add(grip.len())..)?;
        let taken = !lists.grips_not.iter().any(|not| {
            let from = place.saturating_sub('一'.len_utf8());
            clause.get(from..).is_some_and(|here| here.starts_with(not))
                || clause.get(place..).is_some_and(|here| here.starts_with(not))
        });
        (place > 0 && taken && rest.contains('了') && fits(rest)).then(|| rest.to_owned())
    });
    gripped.or_else(|| {
        let mut ends: Vec<usize> = Vec::new();
        for scene in &lists.scenes {
            ends.extend(clause.match_indices(scene).map(|(place, scene)| place.saturating_add(scene.len())));
        }
        crate::text::order::by_key(&mut ends, |end| *end as u64);
        // The first that fits keeps the most.
        ends.iter().filter_map(|end| clause.get(*end..)).map(linked).find(|rest| fits(rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_left_out_where_nothing_stands_before() {
        for (clause, told) in [
            ("蛋糕还歪了", "蛋糕歪了"),
            ("裆还往下掉", "裆往下掉"),
            ("还一股鸭子味", "一股鸭子味"),
            ("灯也有两颗不亮", "灯有两颗不亮"),
        ] {
            assert_eq!(alone(clause), told);
        }
        for clause in
            ["洗了还掉色", "还是生的", "里面还是湿的", "一点也不暖", "怎么也关不上", "现在还有味道", "拉上还透光"]
        {
            assert_eq!(alone(clause), clause);
        }
    }

    #[test]
    fn what_happened_is_kept_of_a_long_clause() {
        let told = |text: &str| shortened(text, 16);
        assert_eq!(told("一条三斤的鲫鱼就把竿子第三节崩断了").as_deref(), Some("竿子第三节崩断了"));
        assert_eq!(told("前前后后用了还不到一个星期手柄连接处就裂开了").as_deref(), Some("手柄连接处就裂开了"));
        // A handle is not taken, and without harm nothing is told.
        assert_eq!(told("昨天刚买回来的那两把手柄用起来感觉很舒服"), None);
    }
}
