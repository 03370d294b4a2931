//! Prints which cues fire on each line of the input, in which mood, and the verdict: for people who write cues.

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

fn main() {
    for line in std::io::stdin().lines() {
        let line = line.expect("a readable line");
        println!("{line}\n{}\n", aftersales_radar::issue::explain(&line));
    }
}
