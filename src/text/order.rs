//! Sorting by a number. The standard library's sorts are made anew for every type, five to ten kilobytes each time; this one sorts pairs
//! of key and place, once for all.

/// So few are put in order where they stand, without room for their keys.
const FEW: usize = 12;

/// Sorts by a key; items of the same key keep their order.
pub fn by_key<T>(items: &mut [T], key: impl Fn(&T) -> u64) {
    if items.len() <= FEW {
        for place in 1..items.len() {
            let mut to = place;
            while let Some([before, this]) = items.get(to.saturating_sub(1)..=to)
                && key(before) > key(this)
            {
                items.swap(to.saturating_sub(1), to);
                to = to.saturating_sub(1);
            }
        }
        return;
    }
    let mut order: Vec<(u64, u32)> = Vec::with_capacity(items.len());
    let mut sorted = true;
    for (place, item) in (0_u32..).zip(items.iter()) {
        let next = (key(item), place);
        sorted &= order.last().is_none_or(|last| *last <= next);
        order.push(next);
    }
    if sorted {
        return;
    }
    order.sort_unstable();
    // What belongs at `place` stands at `from`, unless an earlier swap has taken it further.
    for place in 0..order.len() {
        let mut from = order.get(place).map_or(place, |(_, from)| *from as usize);
        while from < place {
            from = order.get(from).map_or(place, |(_, from)| *from as usize);
        }
        if from != place {
            items.swap(place, from);
        }
        if let Some(slot) = order.get_mut(place) {
            slot.1 = from as u32;
        }
    }
}

/// One key of two numbers, the first weighing more.
#[must_use]
pub const fn pair(first: u32, second: u32) -> u64 {
    (first as u64) << 32 | second as u64
}

/// A part of a key by which greater numbers come first.
#[must_use]
pub const fn falling_whole(number: i32) -> u32 {
    !(number.cast_unsigned() ^ 1 << 31)
}

/// A key by which greater weights come first; for weights from 0 on.
#[must_use]
pub fn falling(weight: f32) -> u64 {
    u64::from(!weight.to_bits())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_standard_library_does() {
        let mut seed = 7_u64;
        for length in 0..200 {
            let mut items: Vec<(u64, usize)> = (0..length)
                .map(|place| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (seed >> 59, place)
                })
                .collect();
            let mut wanted = items.clone();
            wanted.sort_by_key(|(key, _)| *key);
            by_key(&mut items, |(key, _)| *key);
            assert_eq!(items, wanted);
        }
    }

    #[test]
    fn keys_weigh_as_they_should() {
        assert!(pair(1, 0) > pair(0, u32::MAX) && pair(1, 2) > pair(1, 1));
        assert!(falling_whole(3) < falling_whole(2) && falling_whole(0) < falling_whole(-1));
        assert!(falling(0.9) < falling(0.5) && falling(0.5) < falling(0.0));
    }
}
