//! Characters that stand for others: letters of other alphabets that look Latin, ringed and mathematical ones, ringed digits.

/// Letters that look like Latin ones, and these. Small letters only: the plain form has no others.
const LOOK_ALIKES: &str = include_str!("look_alikes.txt");

/// The number inside a ring, bracket or full stop, as digits.
#[must_use]
pub fn number(letter: char) -> Option<String> {
    let from = |first: char, number: u32| {
        u32::from(letter).checked_sub(u32::from(first)).and_then(|by| by.checked_add(number)).map(|all| all.to_string())
    };
    match letter {
        '①'..='⑳' => from('①', 1),
        '⑴'..='⒇' => from('⑴', 1),
        '⒈'..='⒛' => from('⒈', 1),
        '⓪' | '⓿' | '🄋' | '🄌' => Some("0".to_owned()),
        '❶'..='❿' => from('❶', 1),
        '➀'..='➉' => from('➀', 1),
        '➊'..='➓' => from('➊', 1),
        '⓵'..='⓾' => from('⓵', 1),
        '㊀'..='㊉' => from('㊀', 1),
        '㈠'..='㈩' => from('㈠', 1),
        '⁰' | '₀' => Some("0".to_owned()),
        '¹' => Some("1".to_owned()),
        '²' | '³' => from('²', 2),
        '⁴'..='⁹' => from('⁴', 4),
        '₁'..='₉' => from('₁', 1),
        '\u{1D7CE}'..='\u{1D7FF}' => u32::from(letter).checked_sub(0x1D7CE).map(|by| (by % 10).to_string()),
        '٠'..='٩' => from('٠', 0),
        '۰'..='۹' => from('۰', 0),
        '🔟' => Some("10".to_owned()),
        _ => None,
    }
}

/// A letter as what it looks like.
#[must_use]
pub fn letter(letter: char) -> char {
    let nth = |first: u32, by: u32| {
        let place = u32::from(letter).saturating_sub(first).checked_rem(by).unwrap_or_default();
        char::from_u32(place.saturating_add(u32::from('a'))).unwrap_or(letter)
    };
    match letter {
        '\0'..='\u{7F}' | '\u{4E00}'..='\u{9FFF}' => letter,
        'Ⓐ'..='Ⓩ' | 'ⓐ'..='ⓩ' => nth(0x24B6, 26),
        '\u{1F130}'..='\u{1F149}' => nth(0x1F130, 26),
        '\u{1F150}'..='\u{1F169}' => nth(0x1F150, 26),
        '\u{1F170}'..='\u{1F189}' => nth(0x1F170, 26),
        '\u{1F1E6}'..='\u{1F1FF}' => nth(0x1F1E6, 26),
        // Bold, italic, script … alphabets of 52, capitals first.
        '\u{1D400}'..='\u{1D6A3}' => nth(0x1D400, 26),
        '⒜'..='⒵' => nth(0x249C, 26),
        '⼀'..='⿕' | '\u{2E80}'..='\u{2EF3}' => radical(letter),
        '➕' | '✚' | '✛' | '⊕' | '＋' => '+',
        '🌟' | '⭐' | '★' | '☆' | '✨' => '星',
        '❤' | '♥' | '♡' | '🧡' | '💛' | '💚' | '💙' | '💜' | '🖤' | '💗' | '💕' => '♥',
        other => look_alike(other),
    }
}

fn look_alike(letter: char) -> char {
    let mut pairs = LOOK_ALIKES.trim().chars();
    while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
        if from == letter {
            return to;
        }
    }
    letter
}

/// Radicals written for the characters they are.
fn radical(letter: char) -> char {
    match letter {
        '⼝' => '口',
        '⼈' => '人',
        '⼼' => '心',
        '⼿' => '手',
        '⽉' => '月',
        '⽇' => '日',
        '⾦' => '金',
        '⾔' => '言',
        '⼤' => '大',
        '⼩' => '小',
        '⾼' => '高',
        '⾊' => '色',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_is_alike() {
        for (disguised, plain) in
            [('ѵ', 'v'), ('ⓥ', 'v'), ('Ⓥ', 'v'), ('х', 'x'), ('𝐯', 'v'), ('𝗤', 'q'), ('🇽', 'x'), ('好', '好')]
        {
            assert_eq!(letter(disguised), plain, "{disguised}");
        }
        assert_eq!(number('⑩').as_deref(), Some("10"));
        assert_eq!(number('𝟗').as_deref(), Some("9"));
        assert_eq!(number('9'), None);
    }
}
