//! Items gathered by the group they belong to, in one piece of memory.

/// The items of each group side by side, in the order in which they were given.
#[derive(Debug)]
pub struct Groups<T> {
    /// By group: where its items begin; one more for the end.
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self { starts: Vec::new(), items: Vec::new() }
    }
}

impl<T: Copy> Groups<T> {
    /// Gathers pairs of group and item; groups are numbered from 0 to below `count`, what lies beyond is left out.
    #[must_use]
    pub fn new(pairs: &[(u32, T)], count: usize) -> Self {
        let mut starts = vec![0_u32; count.saturating_add(1)];
        for (group, _) in pairs {
            if let Some(size) = starts.get_mut((*group as usize).saturating_add(1)) {
                *size = size.saturating_add(1);
            }
        }
        let mut sum = 0_u32;
        for start in &mut starts {
            sum = sum.saturating_add(*start);
            *start = sum;
        }
        let mut next = starts.clone();
        let mut places = vec![0_usize; sum as usize];
        for (at, (group, _)) in pairs.iter().enumerate().filter(|(_, (group, _))| (*group as usize) < count) {
            if let Some(next) = next.get_mut(*group as usize) {
                if let Some(place) = places.get_mut(*next as usize) {
                    *place = at;
                }
                *next = next.saturating_add(1);
            }
        }
        Self { starts, items: places.iter().filter_map(|at| pairs.get(*at)).map(|(_, item)| *item).collect() }
    }

    /// The items of a group; none for a group that is not there.
    #[inline]
    #[must_use]
    pub fn of(&self, group: u32) -> &[T] {
        let group = group as usize;
        match (self.starts.get(group), self.starts.get(group.saturating_add(1))) {
            (Some(from), Some(to)) => self.items.get(*from as usize..*to as usize).unwrap_or_default(),
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_with_its_group_in_the_order_given() {
        let groups = Groups::new(&[(2, 'a'), (0, 'b'), (2, 'c'), (9, 'd'), (3, 'e'), (2, 'f')], 4);
        assert_eq!(
            [0, 1, 2, 3, 4, 9].map(|group| groups.of(group).to_vec()),
            [vec!['b'], vec![], vec!['a', 'c', 'f'], vec!['e'], vec![], vec![]]
        );
        assert!(Groups::<u8>::default().of(0).is_empty());
    }
}
