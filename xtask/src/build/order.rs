//! The order of a wasm file's functions, so that it zips well: the compiler makes the same code for many types and scatters it, and deflate
//! looks back 32 KB only. Each function is followed by the one that shares most with the last few; wasm-opt then moves them by name.

use std::collections::HashMap;

/// So many bytes make one trait of a function.
const TRAIT: usize = 5;
/// What more functions than these have in common tells nothing.
const COMMON: usize = 1000;
/// So many functions back count, each less than the one after it.
const BACK: usize = 6;
const FADING: f32 = 0.8;
/// Less likeness than this is chance: the next function in the old order follows.
const ALIKE: f32 = 0.02;

const NAME_OF_CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;

/// The file with names that sort its functions as they should lie; none where it is not understood.
pub fn named(wasm: &[u8]) -> Option<Vec<u8>> {
    let mut rest = wasm.strip_prefix(b"\0asm\x01\0\0\0")?;
    let (mut imported, mut bodies) = (0, Vec::new());
    while let Some((&id, after)) = rest.split_first() {
        rest = after;
        let length = number(&mut rest)?;
        let (mut section, after) = rest.split_at_checked(length)?;
        rest = after;
        match id {
            IMPORTS => imported = imported_functions(&mut section)?,
            CODE => {
                for _ in 0..number(&mut section)? {
                    let length = number(&mut section)?;
                    let (body, after) = section.split_at_checked(length)?;
                    bodies.push(body);
                    section = after;
                }
            }
            _ => {}
        }
    }
    let mut places = vec![0; bodies.len()];
    for (place, function) in by_likeness(&bodies).into_iter().enumerate() {
        places[function] = place;
    }
    let mut names = Vec::new();
    push(&mut names, places.len());
    for (function, place) in places.iter().enumerate() {
        push(&mut names, imported + function);
        let name = format!("{place:08}");
        push(&mut names, name.len());
        names.extend(name.bytes());
    }
    // Of the names of a "name" section, those of functions are part 1.
    let mut section = b"\x04name\x01".to_vec();
    push(&mut section, names.len());
    section.extend(names);
    let mut out = wasm.to_vec();
    out.push(NAME_OF_CUSTOM);
    push(&mut out, section.len());
    out.extend(section);
    Some(out)
}

/// How many of the imports are functions, which are counted before the file's own.
fn imported_functions(section: &mut &[u8]) -> Option<usize> {
    let mut functions = 0;
    for _ in 0..number(section)? {
        for _ in ["module", "name"] {
            let length = number(section)?;
            *section = section.get(length..)?;
        }
        match byte(section)? {
            0 => {
                number(section)?;
                functions += 1;
            }
            // A table's element type stands before its limits.
            1 => {
                byte(section)?;
                limits(section)?;
            }
            2 => limits(section)?,
            3 => {
                byte(section)?;
                byte(section)?;
            }
            _ => return None,
        }
    }
    Some(functions)
}

fn limits(section: &mut &[u8]) -> Option<()> {
    let has_most = byte(section)? & 1 != 0;
    number(section)?;
    if has_most {
        number(section)?;
    }
    Some(())
}

/// Functions in an order where each resembles those shortly before it.
fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let traits: Vec<Vec<u64>> = bodies.iter().map(|body| traits_of(body)).collect();
    let mut having: HashMap<u64, Vec<usize>> = HashMap::new();
    for (function, traits) in traits.iter().enumerate() {
        for one in traits {
            having.entry(*one).or_default().push(function);
        }
    }
    having.retain(|_, functions| (2..COMMON).contains(&functions.len()));

    let mut order: Vec<usize> = Vec::with_capacity(bodies.len());
    let mut placed = vec![false; bodies.len()];
    let mut shared = vec![0_f32; bodies.len()];
    let mut first_left = 0;
    while order.len() < bodies.len() {
        let mut touched = Vec::new();
        let mut weight = 1.0;
        for last in order.iter().rev().take(BACK) {
            for &other in traits[*last].iter().filter_map(|one| having.get(one)).flatten() {
                if !placed[other] {
                    if shared[other] == 0.0 {
                        touched.push(other);
                    }
                    shared[other] += weight;
                }
            }
            weight *= FADING;
        }
        let own = order.last().map_or(0, |last| traits[*last].len());
        let mut best = (ALIKE, None);
        for other in touched {
            let likeness = shared[other] / (own + traits[other].len()) as f32;
            if likeness > best.0 {
                best = (likeness, Some(other));
            }
            shared[other] = 0.0;
        }
        while placed.get(first_left) == Some(&true) {
            first_left += 1;
        }
        let next = best.1.unwrap_or(first_left);
        placed[next] = true;
        order.push(next);
    }
    order
}

/// The different runs of bytes in a body, each as a number.
fn traits_of(body: &[u8]) -> Vec<u64> {
    let mut traits: Vec<u64> =
        body.windows(TRAIT).map(|run| run.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte))).collect();
    traits.sort_unstable();
    traits.dedup();
    traits
}

fn byte(bytes: &mut &[u8]) -> Option<u8> {
    let (&first, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(first)
}

/// Reads an unsigned LEB128 number.
fn number(bytes: &mut &[u8]) -> Option<usize> {
    let mut value = 0;
    for shift in (0..35).step_by(7) {
        let next = byte(bytes)?;
        value |= usize::from(next & 0x7f) << shift;
        if next < 0x80 {
            return Some(value);
        }
    }
    None
}

fn push(out: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for value in [0, 1, 127, 128, 300, 65_535, 2_000_000] {
            let mut bytes = Vec::new();
            push(&mut bytes, value);
            let mut rest = &*bytes;
            assert_eq!(number(&mut rest), Some(value));
            assert!(rest.is_empty());
        }
        assert_eq!(number(&mut [0x80].as_slice()), None);
    }

    #[test]
    fn functions_of_a_kind_stand_together_and_none_is_lost() {
        let one: Vec<u8> = (0..60).collect();
        let two: Vec<u8> = (100..160).collect();
        let (mut one_more, mut two_more) = (one.clone(), two.clone());
        one_more[30] = 200;
        two_more[30] = 201;
        assert_eq!(by_likeness(&[&one, &two, &two_more, &one_more, &[]]), [0, 3, 1, 2, 4]);
    }

    #[test]
    fn names_follow_the_imports() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        // Two imports "a" "b": a memory from 1 page, a function of type 0; then two empty bodies.
        wasm.extend(b"\x02\x0c\x02\x01a\x01b\x02\x00\x01\x01a\x01b\x00\x00");
        wasm[9] = wasm.len() as u8 - 10;
        wasm.extend(b"\x0a\x07\x02\x02\x00\x0b\x02\x00\x0b");
        let named = named(&wasm).unwrap();
        assert!(named.starts_with(&wasm));
        assert!(named.ends_with(b"\x04name\x01\x15\x02\x01\x0800000000\x02\x0800000001"), "{named:?}");
        assert_eq!(super::named(b"no wasm"), None);
    }
}
