//! Reads the zip files that `Packer` writes: what is in them, and what their own fields would tell about where and when they were made.

use std::io::Read;

use flate2::Crc;
use flate2::read::DeflateDecoder;

use super::{DATE, DEFLATE, FLAGS, VERSION};
use crate::Result;

const LOCAL: usize = 30;
const CENTRAL: usize = 46;
const END: usize = 22;

/// Unpacks a file that [`pack`] wrote: names and content in their order.
pub fn unpack(zip: &[u8]) -> Result<Vec<(String, Vec<u8>)>> {
    const ENTRY: usize = 30;
    let mut files = Vec::new();
    let mut rest = zip;
    while let Some(head) = rest.get(..ENTRY).filter(|it| it.starts_with(b"PK\x03\x04")) {
        let short = |at: usize| usize::from(u16::from_le_bytes([head[at], head[at + 1]]));
        let packed = u32::from_le_bytes([head[18], head[19], head[20], head[21]]) as usize;
        let crc = u32::from_le_bytes([head[14], head[15], head[16], head[17]]);
        let start = ENTRY + short(26) + short(28);
        let name = rest.get(ENTRY..ENTRY + short(26)).ok_or("a zip entry ends within its name")?;
        let name = String::from_utf8(name.to_vec()).map_err(|error| format!("a name in the zip file: {error}"))?;
        let body = rest.get(start..start + packed).ok_or_else(|| format!("{name} ends early in the zip file"))?;
        let mut content = Vec::new();
        DeflateDecoder::new(body).read_to_end(&mut content).map_err(|error| format!("{name}: {error}"))?;
        let mut found = Crc::new();
        found.update(&content);
        if found.sum() != crc {
            return Err(format!("{name} is damaged in the zip file"));
        }
        files.push((name, content));
        rest = &rest[start + packed..];
    }
    Ok(files)
}

/// What differs from one machine, folder or hour to another: times, other systems' fields, places outside, the order.
pub fn faults(zip: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    let local = entries(zip, b"PK\x03\x04", LOCAL, [4, 26, 28], Some(18));
    let central = entries(zip.get(local.end..).unwrap_or_default(), b"PK\x01\x02", CENTRAL, [6, 28, 30], None);
    for found in [&local, &central] {
        let names: Vec<&str> = found.entries.iter().map(|it| it.name.as_str()).collect();
        if !names.is_sorted_by(|one, next| one < next) {
            faults.push("the names are not in order, or one is there twice".into());
        }
        for entry in &found.entries {
            let name = &entry.name;
            if entry.fixed != [VERSION, FLAGS, DEFLATE, 0, DATE] {
                faults.push(format!("{name} has a time or a way of packing of its own: {:?}", entry.fixed));
            }
            if entry.extra || entry.attributes {
                faults.push(format!("{name} has fields of the system it was packed on"));
            }
            if name.starts_with('/')
                || name.contains(['\\', ':'])
                || name.split('/').any(|it| matches!(it, "" | "." | ".."))
            {
                faults.push(format!("{name} is no place within the package"));
            }
        }
    }
    let names = |found: &Found| found.entries.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
    if names(&local).is_empty() || names(&local) != names(&central) {
        faults.push("the directory does not name the files".into());
    }
    // An end without comment, and nothing behind it.
    let end = zip.get(local.end + central.end..).unwrap_or_default();
    if end.len() != END || !end.starts_with(b"PK\x05\x06\0\0\0\0") || !end.ends_with(&[0, 0]) {
        faults.push("there is more in the file than its directory says".into());
    }
    faults
}

struct Entry {
    name: String,
    fixed: [u16; 5],
    extra: bool,
    attributes: bool,
}

#[derive(Default)]
struct Found {
    entries: Vec<Entry>,
    /// Where they end.
    end: usize,
}

/// The entries with this mark from the start on; `at` says where version, name's and extra fields' length stand, `body` where the packed size does.
fn entries(zip: &[u8], mark: &[u8], head: usize, at: [usize; 3], body: Option<usize>) -> Found {
    let mut found = Found::default();
    while let Some(entry) = zip.get(found.end..found.end + head).filter(|it| it.starts_with(mark)) {
        let short = |at: usize| u16::from_le_bytes([entry[at], entry[at + 1]]);
        let [version, name, extra] = at;
        let packed =
            body.map_or(0, |at| u32::from_le_bytes([entry[at], entry[at + 1], entry[at + 2], entry[at + 3]]) as usize);
        let (long, extra) = (usize::from(short(name)), usize::from(short(extra)));
        let start = found.end + head;
        found.entries.push(Entry {
            name: String::from_utf8_lossy(zip.get(start..start + long).unwrap_or_default()).into_owned(),
            fixed: [0, 2, 4, 6, 8].map(|after| short(version + after)),
            extra: extra != 0,
            // Only the directory has them: the system that packed, comment, disk, attributes.
            attributes: body.is_none() && (short(4) != VERSION || entry[32..42].iter().any(|it| *it != 0)),
        });
        found.end = start + long + extra + packed;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zip::{Effort, Packer};

    fn packed(names: &[&str]) -> Vec<u8> {
        Packer::new(Effort::Least).pack(names.iter().map(|it| ((*it).to_owned(), b"text".to_vec())).collect()).unwrap()
    }

    #[test]
    fn what_we_pack_tells_nothing() {
        assert_eq!(faults(&packed(&["a", "b/售后"])), [""; 0]);
        assert!(!faults(&packed(&[])).is_empty(), "an empty package is none");
    }

    #[test]
    fn times_places_order_and_more_are_told() {
        let zip = packed(&["a", "b"]);
        let central = zip.windows(4).position(|it| it == b"PK\x01\x02").unwrap();
        for (at, what) in
            [(10, "time"), (12, "time"), (central + 12, "time"), (central + 5, "system"), (central + 38, "system")]
        {
            let mut other = zip.clone();
            other[at] ^= 1;
            assert!(faults(&other).iter().any(|it| it.contains(what)), "{at}");
        }
        let mut other = zip.clone();
        other[LOCAL] = b'c';
        assert!(faults(&other).iter().any(|it| it.contains("order")));
        assert!(faults(&[zip.as_slice(), b"more"].concat()).iter().any(|it| it.contains("more")));
        for name in ["/etc/a", "C:\\a", "a/../b", "a//b"] {
            assert!(faults(&packed(&[name])).iter().any(|it| it.contains("no place")), "{name}");
        }
    }
}
