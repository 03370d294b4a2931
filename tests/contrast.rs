//! The tokens of `extension/pages/tokens.css`: every text colour is readable on every ground it stands on (WCAG 2.2, AA), light and dark.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs,
    reason = "a tool or test outside the product may stop and print"
)]

use std::collections::BTreeMap;

type Tokens = BTreeMap<String, [f64; 3]>;

const AA_TEXT: f64 = 4.5;
const AA_SHAPE: f64 = 3.0;

/// Light tokens, and the dark ones laid over them.
fn tokens() -> [(&'static str, Tokens); 2] {
    let css = include_str!("../extension/pages/tokens.css");
    let (light, dark) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let light = read(light);
    let mut both = light.clone();
    both.extend(read(dark));
    [("light", light), ("dark", both)]
}

fn read(css: &str) -> Tokens {
    let line = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
        let hex = value.strip_suffix(';')?;
        let part = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok().map(|byte| f64::from(byte) / 255.0);
        Some((name.to_owned(), [part(0)?, part(2)?, part(4)?]))
    };
    css.lines().filter_map(line).collect()
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] =
        colour.map(|part| if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.0722f64.mul_add(blue, 0.2126f64.mul_add(red, 0.7152 * green))
}

fn contrast(one: [f64; 3], two: [f64; 3]) -> f64 {
    let (one, two) = (luminance(one), luminance(two));
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

fn check(pairs: &[(&str, &str)], least: f64) {
    for (scheme, tokens) in tokens() {
        for (ink, ground) in pairs {
            let found = contrast(tokens[*ink], tokens[*ground]);
            assert!(found >= least, "{scheme}: --{ink} on --{ground} is {found:.2}, expected {least}");
        }
    }
}

#[test]
fn ink_is_readable_on_every_ground() {
    for ink in ["ink", "ink-2", "ink-3", "accent", "counted", "at-risk", "watch", "safe"] {
        check(&[(ink, "bg"), (ink, "surface"), (ink, "surface-strong"), (ink, "accent-soft")], AA_TEXT);
    }
}

#[test]
fn levels_are_readable_on_their_own_ground() {
    check(
        &[("counted", "counted-soft"), ("at-risk", "at-risk-soft"), ("watch", "watch-soft"), ("safe", "safe-soft")],
        AA_TEXT,
    );
    for ground in ["counted-soft", "at-risk-soft", "watch-soft", "safe-soft"] {
        check(&[("ink", ground), ("ink-2", ground)], AA_TEXT);
    }
}

#[test]
fn buttons_and_cues_are_readable() {
    check(&[("accent-ink", "accent"), ("cue-ink", "cue")], AA_TEXT);
    check(&[("line-strong", "bg"), ("accent", "bg")], AA_SHAPE);
}

#[test]
fn contrast_is_computed_as_the_standard_says() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([1.0; 3], [1.0; 3]) - 1.0).abs() < 1e-9);
}
