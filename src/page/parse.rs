//! Reads the nested array form of a page's structure (docs/protocol.md) without recursion, so that no depth of nesting can exhaust the stack.

use std::borrow::Cow;

use super::node::{NodeId, Tree};

/// A structure that is not what the protocol says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("byte {at} of the structure: expected {expected}, found {found}")]
pub struct NotAStructure {
    /// Offset in the structure's own text.
    pub at: usize,
    /// What the protocol asks for there.
    pub expected: &'static str,
    /// What stands there.
    pub found: String,
}

/// Nodes beyond this number end the reading: 2 MB of text cannot hold more sensible ones.
const MOST_NODES: usize = 1_000_000;

/// Adds the structure in `json` to `tree` and answers its root.
///
/// # Errors
/// [`NotAStructure`] with the place and what stood there.
pub fn parse_into<'a>(tree: &mut Tree<'a>, json: &'a str) -> Result<NodeId, NotAStructure> {
    Reader { json, at: 0 }.read(tree)
}

struct Reader<'a> {
    json: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn read(mut self, tree: &mut Tree<'a>) -> Result<NodeId, NotAStructure> {
        self.expect(b'[', "a node [tag, class, attributes, …]")?;
        let root = self.open(tree, None)?;
        let mut open = root;
        loop {
            match self.next_byte() {
                Some(b',') => match self.next_byte() {
                    Some(b'"') => {
                        let text = self.string()?;
                        if !text.trim().is_empty() {
                            tree.push_text(open, text);
                        }
                    }
                    Some(b'[') => open = self.open(tree, Some(open))?,
                    _ => return Err(self.wrong("a text or a node")),
                },
                Some(b']') => {
                    tree.close(open);
                    match tree.node(open).parent {
                        Some(parent) if open != root => open = parent,
                        _ => break,
                    }
                }
                _ => return Err(self.wrong("',' or ']'")),
            }
        }
        if self.next_byte().is_some() {
            return Err(self.wrong("the end"));
        }
        Ok(root)
    }

    /// After `[`: tag, class and attributes.
    fn open(&mut self, tree: &mut Tree<'a>, parent: Option<NodeId>) -> Result<NodeId, NotAStructure> {
        if tree.len() >= MOST_NODES {
            return Err(self.wrong("at most 1000000 nodes"));
        }
        self.expect(b'"', "a tag")?;
        let tag = self.string()?;
        self.expect(b',', "',' and a class")?;
        self.expect(b'"', "a class")?;
        let class = self.string()?;
        let id = tree.open(tag, class, parent);
        self.expect(b',', "',' and the attributes or 0")?;
        match self.next_byte() {
            Some(b'0') => {}
            Some(b'{') => self.attributes(tree)?,
            _ => return Err(self.wrong("an object of attributes or 0")),
        }
        Ok(id)
    }

    fn attributes(&mut self, tree: &mut Tree<'a>) -> Result<(), NotAStructure> {
        let mut first = true;
        loop {
            match self.next_byte() {
                Some(b'}') if first => return Ok(()),
                Some(b'"') => {}
                _ => return Err(self.wrong("the name of an attribute")),
            }
            first = false;
            let name = self.string()?;
            self.expect(b':', "':' and a value")?;
            let value = self.value()?;
            tree.attribute(name, value);
            match self.next_byte() {
                Some(b',') => {}
                Some(b'}') => return Ok(()),
                _ => return Err(self.wrong("',' or '}'")),
            }
        }
    }

    /// A text, or a bare word (number, true, false, null) as its text.
    fn value(&mut self) -> Result<Cow<'a, str>, NotAStructure> {
        if self.next_byte() == Some(b'"') {
            return self.string();
        }
        let start = self.at.saturating_sub(1);
        let rest = self.json.get(start..).unwrap_or_default();
        let length = rest.find([',', '}', ']', ' ', '\n', '[', '{']).unwrap_or(rest.len());
        self.at = start.saturating_add(length);
        match rest.get(..length) {
            Some(word) if !word.is_empty() => Ok(Cow::Borrowed(word)),
            _ => Err(self.wrong("a text or a number")),
        }
    }

    /// After the opening quote. Half a surrogate pair becomes U+FFFD.
    fn string(&mut self) -> Result<Cow<'a, str>, NotAStructure> {
        let mut built: Option<String> = None;
        loop {
            let rest = self.json.get(self.at..).unwrap_or_default();
            let Some(length) = rest.bytes().position(|byte| byte == b'"' || byte == b'\\') else {
                self.at = self.json.len();
                return Err(self.wrong("the closing quote of a text"));
            };
            let plain = rest.get(..length).unwrap_or_default();
            let escaped = rest.as_bytes().get(length) == Some(&b'\\');
            self.at = self.at.saturating_add(length).saturating_add(1);
            match (&mut built, escaped) {
                (None, false) => return Ok(Cow::Borrowed(plain)),
                (Some(text), false) => {
                    text.push_str(plain);
                    return Ok(Cow::Owned(std::mem::take(text)));
                }
                (_, true) => {
                    let text = built.get_or_insert_default();
                    text.push_str(plain);
                    let escape = self.escape()?;
                    text.push(escape);
                }
            }
        }
    }

    /// After the backslash.
    fn escape(&mut self) -> Result<char, NotAStructure> {
        let byte = self.json.as_bytes().get(self.at).copied();
        self.at = self.at.saturating_add(1);
        Ok(match byte {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'u') => {
                let first = self.hex()?;
                if !(0xD800..0xDC00).contains(&first) {
                    return Ok(char::from_u32(first).unwrap_or('\u{FFFD}'));
                }
                if !self.json.get(self.at..).unwrap_or_default().starts_with("\\u") {
                    return Ok('\u{FFFD}');
                }
                let before = self.at;
                self.at = self.at.saturating_add(2);
                let second = self.hex()?;
                if !(0xDC00..0xE000).contains(&second) {
                    self.at = before;
                    return Ok('\u{FFFD}');
                }
                let high = first.saturating_sub(0xD800).saturating_mul(0x400);
                let low = second.saturating_sub(0xDC00);
                char::from_u32(high.saturating_add(low).saturating_add(0x1_0000)).unwrap_or('\u{FFFD}')
            }
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            _ => return Err(self.wrong("an escape")),
        })
    }

    fn hex(&mut self) -> Result<u32, NotAStructure> {
        let end = self.at.saturating_add(4);
        let digits = self.json.get(self.at..end).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let value = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        self.at = end;
        value.ok_or_else(|| self.wrong("four hex digits"))
    }

    fn next_byte(&mut self) -> Option<u8> {
        loop {
            let byte = self.json.as_bytes().get(self.at).copied()?;
            self.at = self.at.saturating_add(1);
            if !byte.is_ascii_whitespace() {
                return Some(byte);
            }
        }
    }

    fn expect(&mut self, byte: u8, expected: &'static str) -> Result<(), NotAStructure> {
        if self.next_byte() == Some(byte) { Ok(()) } else { Err(self.wrong(expected)) }
    }

    fn wrong(&self, expected: &'static str) -> NotAStructure {
        let at = self.at.saturating_sub(1).min(self.json.len());
        let start = (0..=at).rev().find(|at| self.json.is_char_boundary(*at)).unwrap_or(0);
        let found: String = self.json.get(start..).unwrap_or_default().chars().take(24).collect();
        NotAStructure { at, expected, found: if found.is_empty() { "the end".into() } else { format!("{found:?}") } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(json: &str) -> Result<Tree<'_>, NotAStructure> {
        let mut tree = Tree::default();
        parse_into(&mut tree, json).map(|_| tree)
    }

    #[test]
    fn numbers_nodes_in_document_order() {
        let tree = parse(r#"["body","",0,["p","a b",{"role":"row","w":12},"你好","!"],"x",["i","",0]]"#).unwrap();
        assert_eq!((tree.len(), tree.node(1).tag.as_ref(), tree.node(2).tag.as_ref()), (3, "p", "i"));
        assert_eq!((tree.attr(1, "role"), tree.attr(1, "w"), tree.attr(2, "w")), (Some("row"), Some("12"), None));
        assert_eq!((tree.text(1).as_str(), tree.text(0).as_str()), ("你好 !", "你好 ! x"));
        assert_eq!(tree.children(0).collect::<Vec<_>>(), [1, 2]);
        assert!(tree.class_any(1, |name| name == "b") && tree.contains(0, 2) && !tree.contains(1, 2));
    }

    #[test]
    fn escapes_and_half_surrogates() {
        let tree = parse(r#"["p","",0,"a\"\\\n\u4f60\ud83d\ude00","\ud83d","\ude00x","\ud83d\u4f60"]"#).unwrap();
        let texts: Vec<_> = tree.all_texts().iter().map(|text| text.value.as_ref()).collect();
        assert_eq!(texts, ["a\"\\\n你😀", "\u{FFFD}", "\u{FFFD}x", "\u{FFFD}你"]);
    }

    #[test]
    fn any_depth_is_read() {
        let deep = 100_000;
        let json = format!("{}{}", r#"["p","",0,"#.repeat(deep), r#""x""#) + &"]".repeat(deep);
        assert_eq!(parse(&json).unwrap().len(), deep);
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        for json in [
            "",
            "{}",
            "[",
            "[1]",
            r#"["p"]"#,
            r#"["p","",1]"#,
            r#"["p","",0,7]"#,
            r#"["p","",0,"x"#,
            r#"["p","",{"a"}]"#,
            r#"["p","",0]x"#,
            r#"["p","",0,"\u12"]"#,
        ] {
            assert!(parse(json).is_err(), "{json}");
        }
        let error = parse(r#"["p","",0,7]"#).unwrap_err();
        assert_eq!(error.to_string(), r#"byte 10 of the structure: expected a text or a node, found "7]""#);
    }
}
