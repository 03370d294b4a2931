//! Writes zip files that are the same bytes for the same content: sorted names, one fixed time, no extra fields. `look` reads them again.

pub mod look;

use std::collections::HashMap;
use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use crate::Result;

/// 1980-01-01, the first day the format knows.
const DATE: u16 = 0x0021;
const VERSION: u16 = 20;
/// Names are UTF-8.
const FLAGS: u16 = 0x0800;
const DEFLATE: u16 = 8;

/// How much time packing may take.
pub enum Effort {
    /// Half a minute for what ships; what comes out is a twentieth smaller than what others pack best.
    Most,
    /// No time: for tests and sources.
    Least,
}

/// Packs files; what several packages hold is deflated once.
pub struct Packer {
    effort: Effort,
    deflated: HashMap<Vec<u8>, Vec<u8>>,
}

impl Packer {
    pub fn new(effort: Effort) -> Self {
        Self { effort, deflated: HashMap::new() }
    }

    fn deflated(&mut self, content: &[u8]) -> Result<Vec<u8>> {
        if let Some(known) = self.deflated.get(content) {
            return Ok(known.clone());
        }
        let packed = match self.effort {
            Effort::Most => {
                let mut packed = Vec::new();
                zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, content, &mut packed)
                    .map(|()| packed)
            }
            Effort::Least => {
                let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
                encoder.write_all(content).and_then(|()| encoder.finish())
            }
        };
        let packed = packed.map_err(|error| error.to_string())?;
        self.deflated.insert(content.to_vec(), packed.clone());
        Ok(packed)
    }

    /// Packs files, given by name and content.
    pub fn pack(&mut self, mut files: Vec<(String, Vec<u8>)>) -> Result<Vec<u8>> {
        files.sort();
        let mut out = Vec::new();
        let mut directory = Vec::new();
        let count = number::<u16>(files.len())?;
        for (name, content) in files {
            let packed = self.deflated(&content)?;
            let mut crc = Crc::new();
            crc.update(&content);
            let mut entry = Vec::new();
            for word in [VERSION, FLAGS, DEFLATE, 0, DATE] {
                entry.extend(word.to_le_bytes());
            }
            for word in [crc.sum(), number(packed.len())?, number(content.len())?] {
                entry.extend(u32::to_le_bytes(word));
            }
            entry.extend(number::<u16>(name.len())?.to_le_bytes());
            entry.extend(0u16.to_le_bytes());

            directory.extend(b"PK\x01\x02");
            directory.extend(VERSION.to_le_bytes());
            directory.extend(&entry);
            // Comment, disk, inner and outer attributes: none.
            directory.extend([0; 10]);
            directory.extend(number::<u32>(out.len())?.to_le_bytes());
            directory.extend(name.as_bytes());

            out.extend(b"PK\x03\x04");
            out.extend(entry);
            out.extend(name.as_bytes());
            out.extend(packed);
        }
        let start = number::<u32>(out.len())?;
        out.extend(&directory);
        out.extend(b"PK\x05\x06\0\0\0\0");
        out.extend(count.to_le_bytes());
        out.extend(count.to_le_bytes());
        out.extend(number::<u32>(directory.len())?.to_le_bytes());
        out.extend(start.to_le_bytes());
        out.extend([0; 2]);
        Ok(out)
    }
}

fn number<N: TryFrom<usize>>(value: usize) -> Result<N> {
    N::try_from(value).map_err(|_| format!("{value} is too large for a zip file"))
}

#[cfg(test)]
mod tests {
    use super::look;
    use super::*;

    fn packed(files: &[(&str, &[u8])], effort: Effort) -> Vec<u8> {
        let files = files.iter().map(|(name, content)| ((*name).to_owned(), content.to_vec())).collect();
        Packer::new(effort).pack(files).unwrap()
    }

    #[test]
    fn the_order_of_files_does_not_change_the_bytes() {
        let zip = packed(&[("a.txt", b"one"), ("b/c.txt", b"two")], Effort::Most);
        assert_eq!(zip, packed(&[("b/c.txt", b"two"), ("a.txt", b"one")], Effort::Most));
        assert_eq!(&zip[..4], b"PK\x03\x04");
        // The end record says where the directory starts, and the directory starts with its own mark.
        let tail = &zip[zip.len() - 22..];
        let start = u32::from_le_bytes(tail[16..20].try_into().unwrap()) as usize;
        assert_eq!(&zip[start..start + 4], b"PK\x01\x02");
        assert_eq!(u16::from_le_bytes(tail[10..12].try_into().unwrap()), 2);
    }

    #[test]
    fn what_is_deflated_once_is_the_same_in_the_next_package() {
        let file = |name: &str| vec![(name.to_owned(), b"one".repeat(99))];
        let mut packer = Packer::new(Effort::Most);
        assert_eq!(packer.pack(file("a")).unwrap(), packer.pack(file("a")).unwrap());
        assert_eq!(look::unpack(&packer.pack(file("b")).unwrap()).unwrap(), file("b"));
        assert_eq!(packer.deflated.len(), 1);
    }

    #[test]
    fn what_was_packed_comes_out_again_and_damage_is_seen() {
        let files = vec![("a.txt".to_owned(), b"one".repeat(99)), ("b/售后.txt".to_owned(), Vec::new())];
        for effort in [Effort::Most, Effort::Least] {
            let mut zip = Packer::new(effort).pack(files.clone()).unwrap();
            assert_eq!(look::unpack(&zip).unwrap(), files);
            zip[14] ^= 1;
            assert!(look::unpack(&zip).unwrap_err().contains("a.txt is damaged"));
            assert!(look::unpack(&zip[..40]).is_err());
        }
    }
}
