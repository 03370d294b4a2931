//! JSON written into a buffer for the answers that come by the hundred thousand. It writes what `serde_json` writes, but looks at eight
//! letters at once for those that must be escaped, which a sentence hardly ever has.

use serde::Serialize;

/// A JSON text in the making.
#[derive(Debug)]
pub struct Json<'a>(pub &'a mut Vec<u8>);

impl Json<'_> {
    /// Keys and punctuation, as they are.
    pub fn raw(&mut self, json: &'static str) -> &mut Self {
        self.0.extend_from_slice(json.as_bytes());
        self
    }

    /// A small value, by its own `Serialize`.
    ///
    /// # Errors
    /// What `serde_json` reports.
    pub fn value(&mut self, value: &impl Serialize) -> Result<&mut Self, String> {
        serde_json::to_writer(&mut *self.0, value).map_err(|error| error.to_string())?;
        Ok(self)
    }

    /// A string.
    pub fn text(&mut self, text: &str) -> &mut Self {
        let bytes = text.as_bytes();
        let (eights, rest) = bytes.as_chunks::<8>();
        let plain = |byte: &u8| *byte > 0x1F && !matches!(byte, b'"' | b'\\');
        self.0.push(b'"');
        if eights.iter().any(|eight| has_special(u64::from_ne_bytes(*eight))) || !rest.iter().all(plain) {
            self.escape(bytes);
        } else {
            self.0.extend_from_slice(bytes);
        }
        self.0.push(b'"');
        self
    }

    /// A string, or null.
    pub fn text_or_null(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.text(text),
            None => self.raw("null"),
        }
    }

    /// The items with commas between.
    ///
    /// # Errors
    /// What `write` reports.
    pub fn list<T>(
        &mut self,
        items: &[T],
        mut write: impl FnMut(&mut Self, &T) -> Result<(), String>,
    ) -> Result<&mut Self, String> {
        self.0.push(b'[');
        for (place, item) in items.iter().enumerate() {
            if place > 0 {
                self.0.push(b',');
            }
            write(self, item)?;
        }
        self.0.push(b']');
        Ok(self)
    }

    fn escape(&mut self, bytes: &[u8]) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        for byte in bytes {
            let short = match byte {
                b'"' | b'\\' => *byte,
                b'\n' => b'n',
                b'\r' => b'r',
                b'\t' => b't',
                0x08 => b'b',
                0x0C => b'f',
                0..=0x1F => {
                    let digit = |half: u8| DIGITS.get(usize::from(half & 0xF)).copied().unwrap_or(b'0');
                    self.0.extend_from_slice(&[b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(*byte)]);
                    continue;
                }
                _ => {
                    self.0.push(*byte);
                    continue;
                }
            };
            self.0.extend_from_slice(&[b'\\', short]);
        }
    }
}

/// Is any of eight bytes a control character, a quotation mark or a backslash? Letters beyond ASCII have the upper bit and are none.
/// (Hacker's Delight, "find first 0-byte": a byte below `n` borrows into its upper bit.)
const fn has_special(eight: u64) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const TOPS: u64 = 0x8080_8080_8080_8080;
    let quote = eight ^ ONES.wrapping_mul(b'"' as u64);
    let backslash = eight ^ ONES.wrapping_mul(b'\\' as u64);
    let below = eight.wrapping_sub(ONES.wrapping_mul(0x20)) | quote.wrapping_sub(ONES) | backslash.wrapping_sub(ONES);
    below & !eight & TOPS != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_read_as_serde_writes_them() {
        let odd = "\"\\\n\r\t\u{8}\u{c}\0\u{1f}\u{7f}é字😀</script>\u{2028}a";
        let letters: Vec<char> = odd.chars().collect();
        // Every letter at every place of an eight.
        for letter in &letters {
            for before in 0..9 {
                let text = format!("{}{letter}字ab\"c", "x".repeat(before));
                let mut bytes = Vec::new();
                Json(&mut bytes).text(&text);
                assert_eq!(String::from_utf8(bytes).unwrap(), serde_json::to_string(&text).unwrap());
            }
        }
    }

    #[test]
    fn lists_and_nulls() {
        let mut bytes = Vec::new();
        let mut json = Json(&mut bytes);
        let number = |json: &mut Json<'_>, number: &u8| json.value(number).map(|_| ());
        json.raw("{\"a\":").list(&[1, 2], number).unwrap().raw(",\"b\":").list(&[], number).unwrap();
        json.raw(",\"c\":").text_or_null(None).raw("}");
        assert_eq!(bytes, b"{\"a\":[1,2],\"b\":[],\"c\":null}");
    }
}
