//! What was worked out of the last texts, kept while the same texts come again: a page asks for fifty drafts with the same replies before them.

use std::rc::Rc;

/// Results by the place of their text in a list. A text that has changed is worked out anew.
#[derive(Debug)]
pub struct Memo<T> {
    kept: Vec<(String, Rc<T>)>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { kept: Vec::new() }
    }
}

impl<T> Memo<T> {
    /// The result for the text at a place, kept or new.
    pub fn get(&mut self, place: usize, text: &str, work: impl FnOnce(&str) -> T) -> Rc<T> {
        match self.kept.get_mut(place) {
            Some((known, result)) if known == text => Rc::clone(result),
            Some(entry) => {
                *entry = (text.to_owned(), Rc::new(work(text)));
                Rc::clone(&entry.1)
            }
            None => {
                let result = Rc::new(work(text));
                // Places come in their order; one further on is worked out and not kept.
                if place == self.kept.len() {
                    self.kept.push((text.to_owned(), Rc::clone(&result)));
                }
                result
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Memo;

    #[test]
    fn the_same_text_is_worked_out_once_and_another_anew() {
        let mut memo = Memo::default();
        let mut worked = 0;
        for (place, text) in [(0, "a"), (0, "a"), (0, "bc"), (1, "d"), (0, "bc"), (5, "far")] {
            let length = memo.get(place, text, |text| {
                worked += 1;
                text.len()
            });
            assert_eq!(*length, text.len());
        }
        assert_eq!(worked, 4);
    }
}
