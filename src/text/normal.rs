//! The normal form of a buyer's text: Simplified, half-width, lower case, without invisible characters, spaces inside
//! Chinese and punctuation, while every character still knows its place in the text as given.

use std::sync::OnceLock;

/// How strongly two neighbouring characters of the normal form are parted.
pub mod part {
    /// Written together.
    pub const NONE: u8 = 0;
    /// A space or line break where Chinese needs none.
    pub const SPACE: u8 = 1;
    /// A comma, colon, slash, quotation mark or bracket.
    pub const COMMA: u8 = 2;
    /// An enumeration comma.
    pub const LIST: u8 = 3;
    /// The end of a sentence.
    pub const SENTENCE: u8 = 4;
    /// The end of a question.
    pub const QUESTION: u8 = 5;
}

/// A text in normal form.
#[derive(Debug, Clone, Default)]
pub struct Normal {
    /// The characters kept.
    pub chars: Vec<char>,
    /// For each of them, its byte offset in the text as given.
    pub bytes: Vec<u32>,
    /// For each of them, what parts it from the one before ([`part`]).
    pub parted: Vec<u8>,
    /// What follows the last character.
    pub tail: u8,
}

/// What becomes of a character. Private use code points carry the instructions; the rest is the character itself.
const SKIP: u16 = 0xE000;
const BREAK: u16 = 0xE010; // + part

/// Traditional characters and their Simplified forms, in pairs (OpenCC's TSCharacters, Apache-2.0, cut to Big5 level 1, with
/// a few Taiwanese and colloquial forms added).
const HANT: &str = include_str!("hant.txt");

fn table() -> &'static [u16] {
    static TABLE: OnceLock<Vec<u16>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = vec![0_u16; 0x1_0000];
        let mut set = |from: char, to: u16| {
            if let Some(slot) = table.get_mut(from as usize) {
                *slot = to;
            }
        };
        let mut pairs = HANT.trim().chars();
        while let (Some(hant), Some(hans)) = (pairs.next(), pairs.next()) {
            set(hant, hans as u32 as u16);
        }
        for upper in 'A'..='Z' {
            set(upper, upper.to_ascii_lowercase() as u16);
        }
        // Full-width ASCII, folded to lower case as well.
        for wide in '\u{FF01}'..='\u{FF5E}' {
            let narrow = char::from_u32((wide as u32).saturating_sub(0xFEE0)).unwrap_or(wide);
            set(wide, narrow.to_ascii_lowercase() as u16);
        }
        for control in '\0'..='\u{1F}' {
            set(control, BREAK | u16::from(part::SPACE));
        }
        for space in [
            ' ', '\u{7F}', '\u{A0}', '\u{3000}', '\u{2002}', '\u{2003}', '\u{2009}', '\u{202F}', '\u{1680}', '_', '·',
            '・', '*', '＊', '＿',
        ] {
            set(space, BREAK | u16::from(part::SPACE));
        }
        for line in
            ['\n', '\r', '\u{2028}', '\u{2029}', '。', '.', '!', '！', ';', '；', '．', '｡', '…', '~', '～', '〜', '⋯']
        {
            set(line, BREAK | u16::from(part::SENTENCE));
        }
        for mark in ['?', '？', '¿'] {
            set(mark, BREAK | u16::from(part::QUESTION));
        }
        for list in ['、', '､', '&', '＆', '+', '＋'] {
            set(list, BREAK | u16::from(part::LIST));
        }
        for comma in [
            ',', '，', ':', '：', '/', '／', '\\', '|', '｜', '(', ')', '（', '）', '[', ']', '【', '】', '{', '}',
            '<', '>', '＜', '＞', '《', '》', '「', '」', '『', '』', '"', '“', '”', '—', '–', '―', '＂', '〔', '〕',
            '〈', '〉', '，', '=', '^', '`', '#', '＃',
        ] {
            set(comma, BREAK | u16::from(part::COMMA));
        }
        for (curly, straight) in [('’', '\''), ('‘', '\''), ('＇', '\''), ('‐', '-'), ('‑', '-')] {
            set(curly, straight as u16);
        }
        // Zero-width and bidi marks, soft hyphen, variation selectors, the byte order mark, keycap.
        for (first, last) in
            [('\u{200B}', '\u{200F}'), ('\u{202A}', '\u{202E}'), ('\u{2060}', '\u{206F}'), ('\u{FE00}', '\u{FE0F}')]
        {
            for unseen in first..=last {
                set(unseen, SKIP);
            }
        }
        for unseen in ['\u{AD}', '\u{FEFF}', '\u{61C}', '\u{180E}', '\u{20E3}', '\u{34F}'] {
            set(unseen, SKIP);
        }
        table
    })
}

/// Brings a text into normal form. Linear in its length.
#[must_use]
pub fn normalise(text: &str) -> Normal {
    let mut normal = Normal::default();
    normal.read(text);
    normal
}

impl Normal {
    /// Takes in another text in place of the last; what memory there is is used again.
    pub fn read(&mut self, text: &str) {
        let table = table();
        let room = text.len() / 3;
        self.chars.clear();
        self.bytes.clear();
        self.parted.clear();
        self.chars.reserve(room);
        self.bytes.reserve(room);
        self.parted.reserve(room);
        let mut pending = part::SENTENCE;
        let mut wide_dot = false;
        for (byte, letter) in text.char_indices() {
            let place = byte as u32;
            let code = match table.get(letter as usize) {
                Some(0) => letter as u16,
                Some(code) => *code,
                None => {
                    self.push(letter, place, &mut pending);
                    continue;
                }
            };
            match code {
                SKIP => {}
                // "3.5" is one number; the next character decides, so the dot is held back.
                code if code & 0xFFF0 == BREAK => {
                    let strength = (code & 0xF) as u8;
                    wide_dot =
                        letter == '.' && pending == part::NONE && self.chars.last().is_some_and(char::is_ascii_digit);
                    pending = pending.max(strength);
                }
                code => {
                    let letter = char::from_u32(u32::from(code)).unwrap_or(letter);
                    if wide_dot && letter.is_ascii_digit() {
                        pending = part::NONE;
                    }
                    self.push(letter, place, &mut pending);
                }
            }
        }
        self.tail = pending.max(part::SENTENCE);
    }

    #[inline]
    fn push(&mut self, letter: char, byte: u32, pending: &mut u8) {
        // Latin words keep one space between them: it is part of English cues.
        if *pending == part::SPACE && is_latin(letter) && self.chars.last().is_some_and(|last| is_latin(*last)) {
            self.chars.push(' ');
            // The last byte of whatever space it was.
            self.bytes.push(byte.saturating_sub(1));
            self.parted.push(part::NONE);
            *pending = part::NONE;
        }
        // "doesn't" and "doesnt" are one word.
        if letter == 't' && *pending == part::NONE && self.chars.ends_with(&['n', '\'']) {
            self.chars.pop();
            self.bytes.pop();
            self.parted.pop();
        }
        self.chars.push(letter);
        self.bytes.push(byte);
        self.parted.push(*pending);
        *pending = part::NONE;
    }
}

/// What becomes of a single character: its plain form, a mark that parts words ([`part`]), or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plain {
    /// Simplified, half-width, lower case.
    Letter(char),
    /// Parts its neighbours, this strongly.
    Break(u8),
    /// Not seen by a reader.
    Unseen,
}

/// The plain form of one character, for readers that need the marks between words as well.
#[must_use]
pub fn plain(letter: char) -> Plain {
    match table().get(letter as usize) {
        Some(0) | None => Plain::Letter(letter),
        Some(&SKIP) => Plain::Unseen,
        Some(code) if code & 0xFFF0 == BREAK => Plain::Break((code & 0xF) as u8),
        Some(code) => Plain::Letter(char::from_u32(u32::from(*code)).unwrap_or(letter)),
    }
}

/// A letter, digit or apostrophe of English.
#[must_use]
pub fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '\''
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(text: &str) -> String {
        normalise(text).chars.iter().collect()
    }

    #[test]
    fn folds_scripts_widths_and_invisible_characters() {
        assert_eq!(text_of("顏色跟圖片差很多"), "颜色跟图片差很多");
        assert_eq!(text_of("质 量 差"), "质量差");
        assert_eq!(text_of("质\u{200B}量\u{202E}差"), "质量差");
        assert_eq!(text_of("ＡＢＣ１２３"), "abc123");
        assert_eq!(text_of("Too  Big"), "too big");
        assert_eq!(text_of("doesn’t work, I'll"), "doesnt worki'll");
        assert_eq!(text_of("差3.5厘米"), "差35厘米");
    }

    #[test]
    fn single_characters() {
        assert_eq!(plain('質'), Plain::Letter('质'));
        assert_eq!(plain('Ａ'), Plain::Letter('a'));
        assert_eq!(plain('\u{200B}'), Plain::Unseen);
        assert_eq!(plain('，'), Plain::Break(part::COMMA));
        assert_eq!(plain('好'), Plain::Letter('好'));
    }

    #[test]
    fn every_character_knows_its_place() {
        let normal = normalise("👍 质\u{200B} 量，差！");
        for (letter, byte) in normal.chars.iter().zip(&normal.bytes) {
            let rest = "👍 质\u{200B} 量，差！".get(*byte as usize..).unwrap();
            assert!(rest.starts_with(*letter));
        }
        assert_eq!(normal.parted, [part::SENTENCE, part::SPACE, part::SPACE, part::COMMA]);
    }

    #[test]
    fn odd_texts_are_no_trouble() {
        for text in ["", "\0", "。。。", "\u{202E}\u{200B}", "<script>", "🙃", "…?"] {
            let normal = normalise(text);
            assert_eq!(normal.chars.len(), normal.bytes.len());
            assert_eq!(normal.chars.len(), normal.parted.len());
        }
    }
}
